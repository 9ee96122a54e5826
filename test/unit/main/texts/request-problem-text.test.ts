import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../../main/contract/language.ts';
import { foreignProblem } from '../../../../main/contract/problem.ts';
import { REFUSALS } from '../../../../main/contract/worker/request-rules.ts';
import { requestProblemText } from '../../../../main/texts/request-problem-text.ts';
import { textsIn } from '../../../../main/texts/texts.ts';

describe.each(LANGUAGES)('why a request was not performed, in %s', (language) => {
  const texts = textsIn(language);

  it('is a sentence of its own for each refusal', () => {
    const sentences = REFUSALS.map((refusal) =>
      requestProblemText({ kind: 'refused', refusal }, texts),
    );
    expect(new Set(sentences).size).toBe(REFUSALS.length);
    expect(sentences.filter((sentence) => !sentence)).toEqual([]);
  });

  it('is what went wrong where it was attempted', () => {
    const failure = { kind: 'failed', problem: foreignProblem('The disk is full.') } as const;
    expect(requestProblemText(failure, texts)).toBe('The disk is full.');
  });
});
