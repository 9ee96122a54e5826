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
  /** A length of time as far as it can be foreseen: `20 s`, `3 min`, `1.5 h`. */
  roughly(ms: number): string;
  /** How much of a length of time is over, in the unit of the whole: `3` of `5 min`; at first, `42 s`. */
  part(ms: number, wholeMs: number): string;
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
  /** The form for this number, by the rules of the language; `other` where a form is not given. */
  plural(count: number, forms: PluralForms): string;
}

/** Which forms a language has is for its rules to decide: most have these two. */
type PluralForms = Partial<Readonly<Record<Intl.LDMLPluralRule, string>>> & {
  readonly one: string;
  readonly other: string;
};

/** What differs from language to language and Intl does not know. */
interface UnitSigns {
  /** The symbol of a byte: `B` of `MB`. */
  readonly byte: string;
  /** The symbol of a day. */
  readonly day: string;
  /** What stands between a number and its unit. */
  readonly space: string;
}

const UNIT_SIGNS: UnitSigns = { byte: 'B', day: 'd', space: ' ' };

/**
 * `locale` is a BCP 47 tag with a region, which decides on the order of dates. What Intl needs for each
 * is made when it is first used: the command line loads every language at its start and words few numbers.
 */
export function formatFor(locale: string, units: UnitSigns = UNIT_SIGNS): Format {
  const dates = (options: Intl.DateTimeFormatOptions) =>
    once(() => new Intl.DateTimeFormat(locale, { ...options, hourCycle: 'h23' }));
  const time = dates({ hour: '2-digit', minute: '2-digit' });
  const timeWithSeconds = dates({ hour: '2-digit', minute: '2-digit', second: '2-digit' });
  const date = dates({ dateStyle: 'medium' });
  const dateTime = dates({ dateStyle: 'medium', timeStyle: 'short' });
  const plurals = once(() => new Intl.PluralRules(locale));
  const lists = once(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  const whole = once(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }));
  const number = (value: number, decimals = 0): string =>
    decimals === 0
      ? whole().format(value)
      : new Intl.NumberFormat(locale, { maximumFractionDigits: decimals }).format(value);
  const signs = once(() => signsOf(locale));
  return {
    number,
    get signs() {
      return signs();
    },
    bytes: (count) => bytesText(count, number, units),
    duration: (ms) => durationText(ms, units),
    roughly: (ms) => {
      const { unit, name, step, decimals } = roughUnitOf(ms);
      const value = Math.max(step, Math.round(ms / 1_000 / unit / step) * step);
      return `${number(value, decimals)}${units.space}${name}`;
    },
    part: (ms, wholeMs) => {
      const { unit, decimals } = roughUnitOf(wholeMs);
      const seconds = ms / 1_000;
      if (unit > 1 && seconds < unit) {
        return unit === MINUTE
          ? `${Math.floor(seconds)}${units.space}s`
          : `${Math.floor(seconds / MINUTE)}${units.space}min`;
      }
      // What has not passed yet does not count: 2 min 59 s are 2 min.
      const scale = 10 ** decimals;
      return number(Math.floor((seconds / unit) * scale) / scale, decimals);
    },
    time: (at) => time().format(at),
    timeWithSeconds: (at) => timeWithSeconds().format(at),
    date: (at) => date().format(at),
    dateTime: (at) => dateTime().format(at),
    range: (from, to) => dateTime().formatRange(from, to),
    list: (items) => lists().format(items),
    plural: (count, forms) => forms[plurals().select(count)] ?? forms.other,
  };
}

/** Makes a value when it is first asked for, and keeps it. */
function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function signsOf(locale: string): Format['signs'] {
  const parts = new Map(
    new Intl.NumberFormat(locale).formatToParts(10_000.5).map(({ type, value }) => [type, value]),
  );
  return { group: parts.get('group') ?? '', decimal: parts.get('decimal') ?? '.' };
}

const BYTE_PREFIXES = ['', 'k', 'M', 'G', 'T'] as const;

/** Decimal units, as file managers show them; a decimal only where it says something. */
function bytesText(count: number, number: Format['number'], { byte, space }: UnitSigns): string {
  let value = Math.max(0, count);
  let at = 0;
  while (value >= 999.5 && at < BYTE_PREFIXES.length - 1) {
    value /= 1_000;
    at += 1;
  }
  return `${number(value, at > 0 && value < 99.95 ? 1 : 0)}${space}${BYTE_PREFIXES[at]}${byte}`;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** In which unit a length of time is given that is not known well, and in which steps. */
function roughUnitOf(ms: number) {
  const seconds = ms / 1_000;
  if (seconds < 2 * MINUTE) return { unit: 1, name: 's', step: 5, decimals: 0 };
  return seconds < 2 * HOUR
    ? { unit: MINUTE, name: 'min', step: 1, decimals: 0 }
    : { unit: HOUR, name: 'h', step: 0.5, decimals: 1 };
}

/** The symbols of the other units are the same everywhere. */
function durationText(ms: number, { day, space }: UnitSigns): string {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  const pair = (unit: number, name: string, less: number, lesser: string): string =>
    `${Math.floor(seconds / unit)}${space}${name} ${Math.floor((seconds % unit) / less)}${space}${lesser}`;
  if (seconds < MINUTE) return `${seconds}${space}s`;
  if (seconds < HOUR && seconds % MINUTE === 0) return `${seconds / MINUTE}${space}min`;
  if (seconds < HOUR) return pair(MINUTE, 'min', 1, 's');
  return seconds < DAY ? pair(HOUR, 'h', MINUTE, 'min') : pair(DAY, day, HOUR, 'h');
}
