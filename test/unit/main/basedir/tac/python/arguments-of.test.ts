import { expect, it } from 'vitest';
import { argumentsOf } from '../../../../../../main/basedir/tac/python/arguments-of.ts';
import {
  descendantsOf,
  parsePython,
} from '../../../../../../main/basedir/tac/python/python-tree.ts';

it('finds each argument with its keyword, its stars and its place', () => {
  const text = 'f(1, b=x, *c, **d,)';
  const [list] = descendantsOf(parsePython(text).topNode, 'ArgList');
  const found = list ? argumentsOf(list, text) : [];
  expect(
    found.map(({ keyword, stars, span }) => [keyword, stars, text.slice(span.from, span.to)]),
  ).toEqual([
    [undefined, '', '1'],
    ['b', '', 'b=x'],
    [undefined, '*', '*c'],
    [undefined, '**', '**d'],
  ]);
});
