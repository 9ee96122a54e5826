/** Levels as an index keeps them, so that "at least this urgent" is a comparison. */
export const INFO = 0;
export const WARN = 1;
export const ERROR = 2;
export type Urgency = typeof INFO | typeof WARN | typeof ERROR;

/** How much of a line's beginning holds its level. */
export const HEAD_BYTES = 256;

const TAB = 0x09;
const HASH = 0x23;
const OPENS = 0x5b;
const CLOSES = 0x5d;
/** `2026-11-24 14:42:56+0000 ` comes before the bracket. */
const TIME_BYTES = 25;
const LETTER_E = 0x65;
const LETTER_C = 0x63;
const LETTER_W = 0x77;

/**
 * The level of the line in these bytes, found from its beginning without decoding it. A line that
 * continues another has that one's level.
 */
export function urgencyOf(bytes: Uint8Array, start: number, end: number, before: Urgency): Urgency {
  if (bytes[start] === TAB) return before;
  if (end - start <= TIME_BYTES || bytes[start + TIME_BYTES] !== OPENS) return INFO;
  const last = Math.min(end, start + HEAD_BYTES);
  for (let at = start + TIME_BYTES + 1, word = -1; at < last; at += 1) {
    if (bytes[at] === HASH) word = at + 1;
    else if (bytes[at] === CLOSES) return word < 0 ? INFO : urgencyFrom(bytes[word], at - word);
  }
  return INFO;
}

/** `error` and `critical`, `warn`, and all others; their first letter and length distinguish them. */
function urgencyFrom(letter: number | undefined, length: number): Urgency {
  if (letter === LETTER_E && length === 5) return ERROR;
  if (letter === LETTER_C && length === 8) return ERROR;
  return letter === LETTER_W && length === 4 ? WARN : INFO;
}
