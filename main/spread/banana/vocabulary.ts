import { sameBytes } from '../../lib/same-bytes.ts';

/** The words of dialect `pb`, which cross as an index. Source: Twisted, spread/banana.py, Pb. */
const WORDS: readonly (readonly [index: number, word: string])[] = [
  [1, 'None'],
  [2, 'class'],
  [3, 'dereference'],
  [4, 'reference'],
  [5, 'dictionary'],
  [6, 'function'],
  [7, 'instance'],
  [8, 'list'],
  [9, 'module'],
  [10, 'persistent'],
  [11, 'tuple'],
  [12, 'unpersistable'],
  [13, 'copy'],
  [14, 'cache'],
  [15, 'cached'],
  [16, 'remote'],
  [17, 'local'],
  [18, 'lcache'],
  [19, 'version'],
  [20, 'login'],
  [21, 'password'],
  [22, 'challenge'],
  [23, 'logged_in'],
  [24, 'not_logged_in'],
  [25, 'cachemessage'],
  [26, 'message'],
  [27, 'answer'],
  [28, 'error'],
  [29, 'decref'],
  [30, 'decache'],
  [31, 'uncache'],
];

const wordByIndex = new Map(WORDS);
/** By their signs; most byte strings have the sign of none. */
const wordsBySign = new Map<number, { readonly index: number; readonly bytes: Uint8Array }[]>();
for (const [index, word] of WORDS) {
  const sign = signOf(word.length, word.charCodeAt(0));
  const same = wordsBySign.get(sign) ?? [];
  wordsBySign.set(sign, [...same, { index, bytes: Buffer.from(word, 'latin1') }]);
}

/** The word of an index, in fresh memory; undefined for an unknown index. */
export function wordOf(index: number): Uint8Array | undefined {
  const word = wordByIndex.get(index);
  return word === undefined ? undefined : new Uint8Array(Buffer.from(word, 'latin1'));
}

/** The index of a byte string that is one of the words; undefined for all others. */
export function indexOf(bytes: Uint8Array): number | undefined {
  const alike = wordsBySign.get(signOf(bytes.length, bytes[0] ?? 0));
  return alike?.find((word) => sameBytes(word.bytes, bytes))?.index;
}

/** Whether a byte string of this length, and that begins so, can be one of the words. */
export function mayBeWord(length: number, firstByte: number): boolean {
  return wordsBySign.has(signOf(length, firstByte));
}

function signOf(length: number, firstByte: number): number {
  return length * 256 + firstByte;
}
