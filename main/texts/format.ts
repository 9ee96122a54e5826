/** Numbers, times and lists as a language writes them. */
export interface Format {
  /** Digits in groups; at most so many decimals, none by default. */
  number(value: number, decimals?: number): string;
  /** What stands between groups of digits, and before decimals. */
  readonly signs: { readonly group: string; readonly decimal: string };
  /** Such as `1.5 MB`. */
  bytes(count: number): string;
  /** A length of time in its two largest units: `42 s`, `3 min 5 s`, `2 h 7 min`, `3 d 2 h`. */
  duration(ms: number): string;
  /** Such as `14:05`. */
  time(at: number): string;
  /** Such as `14:05:09`. */
  timeWithSeconds(at: number): string;
  /** Such as `24 Nov 2026`. */
  date(at: number): string;
  /** Such as `24 Nov 2026, 14:05`. */
  dateTime(at: number): string;
  /** Such as `24 Nov 2026, 14:05 – 15:10`. */
  range(from: number, to: number): string;
  /** Such as `a, b and c`. */
  list(items: readonly string[]): string;
  /** The form for this number. */
  plural(count: number, forms: { readonly one: string; readonly other: string }): string;
}

/** `locale` is a BCP 47 tag with a region, which decides on the order of dates. */
export function formatFor(locale: string): Format {
  const dates = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, hourCycle: 'h23' });
    return (at: number): string => format.format(at);
  };
  const ranges = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  });
  const plurals = new Intl.PluralRules(locale);
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const number = (value: number, decimals = 0): string =>
    decimals === 0
      ? whole.format(value)
      : new Intl.NumberFormat(locale, { maximumFractionDigits: decimals }).format(value);
  const signs = new Map(
    new Intl.NumberFormat(locale).formatToParts(10_000.5).map(({ type, value }) => [type, value]),
  );
  return {
    number,
    signs: { group: signs.get('group') ?? '', decimal: signs.get('decimal') ?? '.' },
    bytes: (count) => bytesText(count, number),
    duration: durationText,
    time: dates({ hour: '2-digit', minute: '2-digit' }),
    timeWithSeconds: dates({ hour: '2-digit', minute: '2-digit', second: '2-digit' }),
    date: dates({ dateStyle: 'medium' }),
    dateTime: dates({ dateStyle: 'medium', timeStyle: 'short' }),
    range: (from, to) => ranges.formatRange(from, to),
    list: (items) => lists.format(items),
    plural: (count, { one, other }) => (plurals.select(count) === 'one' ? one : other),
  };
}

const BYTE_UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** Decimal units, as file managers show them; a decimal only where it says something. */
function bytesText(count: number, number: Format['number']): string {
  let value = Math.max(0, count);
  let at = 0;
  while (value >= 999.5 && at < BYTE_UNITS.length - 1) {
    value /= 1_000;
    at += 1;
  }
  return `${number(value, at > 0 && value < 99.95 ? 1 : 0)} ${BYTE_UNITS[at]}`;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The units' symbols are the same everywhere. */
function durationText(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  const pair = (unit: number, name: string, less: number, lesser: string): string =>
    `${Math.floor(seconds / unit)} ${name} ${Math.floor((seconds % unit) / less)} ${lesser}`;
  if (seconds < MINUTE) return `${seconds} s`;
  if (seconds < HOUR && seconds % MINUTE === 0) return `${seconds / MINUTE} min`;
  if (seconds < HOUR) return pair(MINUTE, 'min', 1, 's');
  return seconds < DAY ? pair(HOUR, 'h', MINUTE, 'min') : pair(DAY, 'd', HOUR, 'h');
}
