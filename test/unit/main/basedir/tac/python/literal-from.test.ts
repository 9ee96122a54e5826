import { expect, it } from 'vitest';
import { literalFrom } from '../../../../../../main/basedir/tac/python/literal-from.ts';
import {
  descendantsOf,
  parsePython,
} from '../../../../../../main/basedir/tac/python/python-tree.ts';

function literalOf(code: string) {
  const text = `x = ${code}\n`;
  const [assignment] = descendantsOf(parsePython(text).topNode, 'AssignStatement');
  const value = assignment?.lastChild;
  return value ? literalFrom(value, text) : 'no value';
}

it.each([
  ["'a'", 'a'],
  ['(\'a\' "b")', 'ab'],
  ['0o22', 0o22],
  ['022', 0o22],
  ['-1.5', -1.5],
  ['((7))', 7],
  ['True', true],
  ['None', null],
])('takes %s as what it is', (code, value) => {
  expect(literalOf(code)).toBe(value);
});

it.each(['name', '1 + 1', "f'a'", 'call()', "'a' f'b'", '~1'])('computes nothing of %s', (code) => {
  expect(literalOf(code)).toBeUndefined();
});
