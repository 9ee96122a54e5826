import { describe, expect, it } from 'vitest';
import { ModuleScope } from '../../../../../../main/basedir/tac/python/module-scope.ts';
import { childrenOf, parsePython } from '../../../../../../main/basedir/tac/python/python-tree.ts';
import { truthOf } from '../../../../../../main/basedir/tac/python/truth-of.ts';

const VALUES = 'on = True\noff = 0\nname = "x"\nfolder = os.path.dirname(__file__)\n';

/** Of a condition after some values. */
function truth(condition: string): boolean | undefined {
  const text = `${VALUES}${condition}`;
  const scope = new ModuleScope(text);
  const statements = childrenOf(parsePython(text).topNode);
  for (const statement of statements.slice(0, -1)) scope.execute(statement);
  const expression = statements.at(-1)?.firstChild;
  if (!expression) throw new Error(condition);
  return truthOf(expression, scope);
}

describe('a condition', () => {
  it.each([
    ['True', true],
    ['None', false],
    ['""', false],
    ['on', true],
    ['not on', false],
    ['not (off)', true],
    ['on and off', false],
    ['off or on', true],
    ['off and whatever', false],
    ['on or whatever', true],
    ['name in "xy"', true],
    ['name == "x"', true],
    ['name != "x"', false],
    ['__name__ == "__main__"', false],
  ])('is known: %s', (condition, expected) => {
    expect(truth(condition)).toBe(expected);
  });

  it.each([
    'whatever',
    'not whatever',
    'on and whatever',
    'off or whatever',
    'name == whatever',
    'folder == "."',
    'f()',
    `${'not '.repeat(50)}on`,
  ])('depends on what only Python knows: %s', (condition) => {
    expect(truth(condition)).toBeUndefined();
  });
});
