import type { WordsOf } from '../../problem-words.ts';

export const foreign: WordsOf<'foreign'> = {
  message: ({ message }) => message,
  unknownKey: ({ key, facts }) =>
    `Eine andere Version von Buildtray meldet ein Problem, das diese Version nicht kennt: ${key} ${facts}`,
};
