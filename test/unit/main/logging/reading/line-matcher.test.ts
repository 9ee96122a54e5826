import { describe, expect, it } from 'vitest';
import type { LogQuery } from '../../../../../main/contract/log/log-contract.ts';
import { lineMatcherFrom } from '../../../../../main/logging/reading/line-matcher.ts';
import { wordedWith } from '../../../../support/worded.ts';

const LINES = ['make all', 'Make: *** [all] (x)', 'GRÜN', 'a\\b'];

function matcher(query: Partial<LogQuery>) {
  const asked = {
    text: '',
    isPattern: false,
    matchesCase: false,
    filter: 'info',
    ...query,
  } as const;
  const made = lineMatcherFrom(asked);
  if (!made.ok) throw new Error(made.problem.key);
  return made.value;
}

describe('a matcher', () => {
  it.each([
    ['make', false, [0, 1]],
    ['make', true, [0]],
    ['grün', false, [2]],
    ['grün', true, []],
    ['*** [all] (', false, [1]],
    ['a\\b', false, [3]],
    ['.', false, []],
  ])('finds the text %j, by its case: %s', (text, matchesCase, places) => {
    expect(matcher({ text, matchesCase })(LINES)).toEqual(places);
  });

  it.each([
    ['^make', false, [0, 1]],
    ['^make', true, [0]],
    ['ü', true, []],
  ])('finds the expression %j, by its case: %s', (text, matchesCase, places) => {
    expect(matcher({ text, matchesCase, isPattern: true })(LINES)).toEqual(places);
  });

  it('forgets the lines before when it gets others', () => {
    const find = matcher({ text: 'a', isPattern: true });
    expect([find(['a', 'b', 'a']), find(['b'])]).toEqual([[0, 2], []]);
  });

  it('shows what is wrong with an expression', () => {
    expect(
      lineMatcherFrom({ text: '(', isPattern: true, matchesCase: false, filter: 'info' }),
    ).toEqual({ ok: false, problem: wordedWith('not a regular expression') });
  });

  it('gives up on an expression that would go on for ever, and works on', () => {
    const find = matcher({ text: '^(a+)+$', isPattern: true });
    expect(() => find([`${'a'.repeat(40)}!`])).toThrow(
      expect.objectContaining({ code: 'SEARCH_TOO_SLOW' }),
    );
    expect(find(['aaa'])).toEqual([0]);
  });
});
