import { expect, it } from 'vitest';
import {
  childrenOf,
  descendantsOf,
  dottedNameOf,
  isWhole,
  parsePython,
  statementsIn,
  withoutBrackets,
} from '../../../../../../main/basedir/tac/python/python-tree.ts';

const top = (text: string) => parsePython(text).topNode;

it('reads the spelling of Python 2, with every position in its place', () => {
  const text = "a = 10L\nb = ur'x'\nc = 1\n";
  const [first, second, third] = childrenOf(top(text));
  expect([first, second, third].map((node) => node?.name)).toEqual(
    Array(3).fill('AssignStatement'),
  );
  expect(text.slice(third?.from, third?.to)).toBe('c = 1');
});

it('leaves comments out of the children', () => {
  expect(childrenOf(top('# one\na = 1\n')).map(({ name }) => name)).toEqual(['AssignStatement']);
});

it('lists the statements of a block, those that share a line too', () => {
  const text = 'if x:\n  a = 1; b = 2\n  c = 3\n';
  const [body] = descendantsOf(top(text), 'Body');
  const found = body ? statementsIn(body) : [];
  expect(found.map(({ from, to }) => text.slice(from, to))).toEqual(['a = 1', 'b = 2', 'c = 3']);
});

it.each([
  ['f(1)', true],
  ['f(1)  # why', true],
  ['f(1', false],
])('knows whether %s was understood to its end: %s', (text, whole) => {
  const [statement] = childrenOf(top(text));
  expect(statement && isWhole(statement, text)).toBe(whole);
});

it.each([
  ['a.b.c()', 'a.b.c'],
  ['a()', 'a'],
  ['a().b()', undefined],
  ['a[0].b()', undefined],
])('names what %s calls', (text, name) => {
  const [call] = descendantsOf(top(text), 'CallExpression');
  expect(call?.firstChild && dottedNameOf(call.firstChild, text)).toBe(name);
});

it('takes brackets away, but not those of a tuple', () => {
  const inner = (text: string) => {
    const expression = top(text).firstChild?.firstChild;
    return expression && withoutBrackets(expression).name;
  };
  expect([inner('((1))'), inner('(1, 2)')]).toEqual(['Number', 'TupleExpression']);
});
