import { expect, it } from 'vitest';
import { argv, wordFrom } from '../../../../../main/worker/process/run-process-for-command.ts';

it('a word hides nothing unless it comes with what is shown for it', () => {
  const hidden = { real: './a', shown: '/w/a' };
  expect(wordFrom(hidden)).toBe(hidden);
  expect(argv('rm', 'a')).toEqual({
    kind: 'argv',
    words: [
      { real: 'rm', shown: 'rm' },
      { real: 'a', shown: 'a' },
    ],
  });
});
