import { expect, it } from 'vitest';
import { renderLiteral } from '../../../../../main/basedir/tac/render-literal.ts';

it.each([
  [null, 'None'],
  [true, 'True'],
  [false, 'False'],
  [600, '600'],
  [0.5, '0.5'],
  ["it's", String.raw`'it\'s'`],
  ['a\\b\n', String.raw`'a\\b\n'`],
  ['\u0007\u200b', String.raw`'\x07\u200b'`],
  ['müde', "'müde'"],
])('writes %j as Python does', (value, code) => {
  expect(renderLiteral(value)).toBe(code);
});

it('writes a mask in octal', () => {
  expect(renderLiteral(0o22, 'umask')).toBe('0o22');
  expect(renderLiteral(0, 'umask')).toBe('0');
});
