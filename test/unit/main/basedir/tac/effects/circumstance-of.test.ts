import { expect, it } from 'vitest';
import { circumstanceOf } from '../../../../../../main/basedir/tac/effects/circumstance-of.ts';
import { ModuleScope } from '../../../../../../main/basedir/tac/python/module-scope.ts';
import {
  childrenOf,
  descendantsOf,
  parsePython,
} from '../../../../../../main/basedir/tac/python/python-tree.ts';

it.each([
  ['stop()', undefined],
  ['x or stop()', 'or'],
  ['x and stop()', 'and'],
  ['stop() if x else 0', 'if'],
  ['0 if x else stop()', 'if'],
  ['stop() or x', undefined],
  ['0 if stop() else 1', undefined],
  ['off or stop()', undefined],
  ['off and stop()', 'never'],
  ['stop() if off else 0', 'never'],
  ['0 if off else stop()', undefined],
])('the call in `%s` depends on %s', (expression, expected) => {
  const text = `off = False\n${expression}`;
  const scope = new ModuleScope(text);
  const [assignment, last] = childrenOf(parsePython(text).topNode);
  if (assignment) scope.execute(assignment);
  const [call] = last ? descendantsOf(last, 'CallExpression') : [];
  if (!last || !call) throw new Error(expression);
  expect(circumstanceOf(call, last, scope)).toBe(expected);
});
