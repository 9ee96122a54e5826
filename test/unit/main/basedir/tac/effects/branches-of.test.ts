import { expect, it } from 'vitest';
import { branchesOf } from '../../../../../../main/basedir/tac/effects/branches-of.ts';
import { childrenOf, parsePython } from '../../../../../../main/basedir/tac/python/python-tree.ts';

/** The code of each branch, and the keyword that makes it uncertain; `on` is true and `off` false. */
function branches(text: string): readonly string[] {
  const [statement] = childrenOf(parsePython(text).topNode);
  if (!statement) throw new Error(text);
  const codeOf = ({ from, to }: { from: number; to: number }) =>
    text.slice(from, to).replaceAll(/[\s:]+/g, '');
  const truth = (condition: { from: number; to: number }) =>
    ({ on: true, off: false })[codeOf(condition)];
  return [...branchesOf(statement, undefined, truth)].map(
    ({ node, within }) => `${codeOf(node)} ${within ?? 'surely'}`,
  );
}

it.each([
  ['if on: a\nelse: b', ['on surely', 'a surely']],
  ['if off: a\nelse: b', ['off surely', 'b surely']],
  ['if x: a\nelif y: b\nelse: c', ['x surely', 'a if', 'y if', 'b if', 'c if']],
  ['if x: a\nelif on: b\nelse: c', ['x surely', 'a if', 'on if', 'b if']],
  ['try: a\nexcept E: b\nelse: c\nfinally: d', ['a surely', 'b except', 'c else', 'd surely']],
  ['try: import x\nexcept E: b', ['importx surely', 'b except ImportError']],
  ['with x: a', ['with surely', 'x surely', 'a surely']],
  ['match x:\n  case 1: a\n  case _: b', ['match surely', 'x surely', 'a match', 'b match']],
])('the branches of %j', (text, expected) => {
  expect(branches(text)).toEqual(expected);
});
