import { describe, expect, it } from 'vitest';
import { EnvironmentNames } from '../../../../../../main/basedir/tac/effects/environment-names.ts';
import { ModuleScope } from '../../../../../../main/basedir/tac/python/module-scope.ts';
import { childrenOf, parsePython } from '../../../../../../main/basedir/tac/python/python-tree.ts';

/** The names after all but the last statement, and that one's expression. */
function at(text: string) {
  const scope = new ModuleScope(text);
  const names = new EnvironmentNames(text, scope);
  const statements = childrenOf(parsePython(text).topNode);
  for (const statement of statements.slice(0, -1)) {
    const [target, operator, value] = childrenOf(statement);
    if (target && value && operator?.name === 'AssignOp') names.assigned(target, value);
    scope.execute(statement);
  }
  const node = statements.at(-1)?.firstChild;
  if (!node) throw new Error(text);
  return { names, node };
}

describe('the environment', () => {
  it.each([
    ['os.environ', true],
    ['import os as o\no.environ', true],
    ['env = os.environ\nenv', true],
    ['env = os.environ\nenv = {}\nenv', false],
    ['os.environb', false],
    ['environ', false],
  ])('has many names: %s', (text, expected) => {
    const { names, node } = at(text);
    expect(names.isEnvironment(node)).toBe(expected);
  });

  it('is asked for a variable by an expression in brackets', () => {
    const { names, node } = at("os.environ['A']");
    expect(names.nameFrom(names.keyNodeOf(node))).toBe('A');
    const other = at("other['A']");
    expect(other.names.keyNodeOf(other.node)).toBeUndefined();
  });

  it('has variables that a loop names', () => {
    const { names, node } = at('name');
    expect(names.textFrom(node)).toBeUndefined();
    expect(names.inLoop('name', 'A', () => names.textFrom(node))).toBe('A');
    expect(names.textFrom(node)).toBeUndefined();
  });

  it('has no variable of the folder of the file', () => {
    const { names, node } = at('here = os.path.dirname(__file__)\nhere');
    expect(names.textFrom(node)).toBeUndefined();
  });
});
