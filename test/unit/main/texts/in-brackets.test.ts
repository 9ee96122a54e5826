import { expect, it } from 'vitest';
import { inBrackets } from '../../../../main/texts/in-brackets.ts';

it('what the other end said is in brackets, and nothing where it said nothing', () => {
  expect(['No.', ''].map((message) => `Refused${inBrackets(message)}`)).toEqual([
    'Refused (No.)',
    'Refused',
  ]);
});
