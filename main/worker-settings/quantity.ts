import type { NumberRow } from './setting-row.ts';

/** What people write with a unit of their choice. */
export type QuantityUnit = Extract<NumberRow['unit'], 'seconds' | 'bytes'>;

const MINUTE = 60;
const HOUR = 60 * MINUTE;
/** The largest first; a day is read and never written, since its symbol differs between languages. */
const TIMES = [
  ['h', HOUR],
  ['min', MINUTE],
  ['s', 1],
] as const;
const SIZES = [
  ['TB', 1e12],
  ['GB', 1e9],
  ['MB', 1e6],
  ['kB', 1e3],
  ['B', 1],
] as const;

/** In lower case; `m` and `k` alone mean too many things. */
const FACTORS: Readonly<Record<QuantityUnit, Readonly<Record<string, number>>>> = {
  seconds: {
    ...factorsOf(TIMES),
    sec: 1,
    second: 1,
    seconds: 1,
    minute: MINUTE,
    minutes: MINUTE,
    hour: HOUR,
    hours: HOUR,
    d: 24 * HOUR,
    day: 24 * HOUR,
    days: 24 * HOUR,
    // As they are written in the languages of the window, besides.
    sekunden: 1,
    secondes: 1,
    minuten: MINUTE,
    stunden: HOUR,
    heures: HOUR,
    tage: 24 * HOUR,
    jours: 24 * HOUR,
    j: 24 * HOUR,
  },
  bytes: {
    ...factorsOf(SIZES),
    byte: 1,
    bytes: 1,
    kib: 2 ** 10,
    mib: 2 ** 20,
    gib: 2 ** 30,
    tib: 2 ** 40,
    o: 1,
    ko: 1e3,
    mo: 1e6,
    go: 1e9,
    to: 1e12,
    octets: 1,
  },
};

function factorsOf(units: readonly (readonly [string, number])[]) {
  return Object.fromEntries(units.map(([unit, factor]) => [unit.toLowerCase(), factor]));
}

/**
 * The number of seconds or bytes in a text such as `10 MB`, `1.5 h` or `1 h 30 min`; undefined of any
 * other text, a number without a unit among them.
 */
export function quantityFrom(unit: QuantityUnit, text: string): number | undefined {
  const terms = [...text.matchAll(/(\d+(?:[.,]\d+)?)\s*([a-z]+)\s*/gi)];
  if (terms.length === 0 || terms.map(([term]) => term).join('') !== text.trim()) return undefined;
  const values = terms.map(([, digits = '', word = '']) => {
    const factor = FACTORS[unit][word.toLowerCase()];
    return factor === undefined ? Number.NaN : toThousandths(digits.replace(',', '.'), factor);
  });
  const sum = values.reduce((total, value) => total + value, 0);
  return Number.isFinite(sum) ? sum : undefined;
}

/** 4.1 kB are 4100 bytes, not 4099.999…. */
function toThousandths(digits: string, factor: number): number {
  return Math.round(Number(digits) * factor * 1_000) / 1_000;
}

/** The same value as people write it, without loss: `5 min`, `1 h 30 min`, `10 MB`, `1234567 B`. */
export function quantityText(unit: QuantityUnit, value: number): string {
  return unit === 'bytes' ? sizeText(value) : timeText(value);
}

function sizeText(value: number): string {
  // A decimal at most: 1.5 MB, but 1234 kB.
  const [name, factor] = SIZES.find(
    ([, size]) => value >= size && Number.isInteger((value / size) * 10),
  ) ?? ['B', 1];
  return `${value / factor} ${name}`;
}

function timeText(value: number): string {
  if (value === 0 || !Number.isSafeInteger(value)) return `${value} s`;
  let rest = value;
  return TIMES.flatMap(([name, factor]) => {
    const count = Math.floor(rest / factor);
    rest -= count * factor;
    return count === 0 ? [] : [`${count} ${name}`];
  }).join(' ');
}
