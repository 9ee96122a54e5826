import type { WordsOf } from '../../problem-words.ts';

export const foreign: WordsOf<'foreign'> = {
  message: ({ message }) => message,
  unknownKey: ({ key, facts }) =>
    `Une autre version de Buildtray signale un problème que cette version ne connaît pas : ${key} ${facts}`,
};
