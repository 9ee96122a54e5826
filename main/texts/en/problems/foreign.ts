import type { WordsOf } from '../../problem-words.ts';

export const foreign: WordsOf<'foreign'> = {
  message: ({ message }) => message,
  unknownKey: ({ key, facts }) =>
    `Another version of Buildtray reports a problem that this version does not know: ${key} ${facts}`,
};
