import { expect, it } from 'vitest';
import { foreignProblem } from '../../../../main/contract/problem.ts';
import { failed, succeeded } from '../../../../main/lib/outcome.ts';
import { inWords } from '../../../../main/texts/in-words.ts';
import { textsIn } from '../../../../main/texts/texts.ts';

it('an outcome has its problem in words, and its value as it is', () => {
  const texts = textsIn('en');
  expect(inWords(failed(foreignProblem('It is full.')), texts)).toEqual(failed('It is full.'));
  expect(inWords(succeeded({ rows: 3 }), texts)).toEqual(succeeded({ rows: 3 }));
});
