import { expect, it } from 'vitest';
import { segmentsFrom } from '../../../../../renderer/components/output/segments-from.ts';

const QUERY = { text: '', isPattern: false, matchesCase: false, filter: 'info' } as const;

function marked(
  text: string,
  query: Partial<typeof QUERY> | { text: string; isPattern?: boolean; matchesCase?: boolean },
): string {
  return segmentsFrom(text, { ...QUERY, ...query })
    .map(({ text: words, isHit }) => (isHit ? `[${words}]` : words))
    .join('');
}

it('marks every hit, in any case unless asked otherwise', () => {
  expect(marked('a.b A.B axb', { text: 'a.b' })).toBe('[a.b] [A.B] axb');
  expect(marked('a.b A.B axb', { text: 'a.b', matchesCase: true })).toBe('[a.b] A.B axb');
  expect(marked('a.b axb', { text: 'a.b', isPattern: true })).toBe('[a.b] [axb]');
});

it('leaves alone what a pattern finds nothing in, or that is none', () => {
  expect(marked('abc', { text: 'x*', isPattern: true })).toBe('abc');
  expect(marked('abc', { text: '(', isPattern: true })).toBe('abc');
  expect(segmentsFrom('abc', undefined)).toEqual([{ at: 0, text: 'abc', isHit: false }]);
});
