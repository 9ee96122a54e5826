import type { WordsOf } from '../../problem-words.ts';
import { expectedText, placeText } from './facts.ts';

/** Settings that no worker can run with, wherever they are set. */
export const settings: WordsOf<'settings'> = {
  mustBe: ({ place, setting, expected }) =>
    `${placeText(place)}: ${setting} must be ${expectedText(expected)}.`,
  refused: ({ setting, expected }) => `${setting} must be ${expectedText(expected)}.`,
  unknownEncoding: ({ name }) =>
    `The encoding "${name}" is not known here; use utf-8, or one such as latin-1, cp1252, cp932 or euc-jp.`,
  nameHasColon: ({ workerName, protocol }) =>
    `The worker name "${workerName}" contains a colon, which the login of the protocol ${protocol} cannot carry; ask the master's administrator for another name.`,
};
