import { expect, it } from 'vitest';
import { lineAt, snippetOf } from '../../../../../../main/basedir/tac/python/tac-text.ts';

it('counts lines from 1, whatever ends them', () => {
  const text = 'a\nb\r\nc\rd';
  expect([0, 2, 5, 7].map((at) => lineAt(text, at))).toEqual([1, 2, 3, 4]);
});

const shown = (text: string, hidesTexts = false) =>
  snippetOf(text, { from: 0, to: text.length }, hidesTexts);

it('shows code as one short line', () => {
  expect(shown('f(\n   1)')).toBe('f( 1)');
  expect(shown('x'.repeat(60))).toHaveLength(60);
  expect(shown('x'.repeat(61))).toBe(`${'x'.repeat(59)}…`);
});

it.each([
  ["f('secret')", "f('…')"],
  ["f('it\\'s secret', \"secret\")", 'f(\'…\', "…")'],
  ["'''secret\nsecret'''", "'''…'''"],
  ["f('secret", "f('…'"],
])('leaves out the texts of %s', (code, line) => {
  expect(shown(code, true)).toBe(line);
});
