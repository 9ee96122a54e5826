import { delimiter } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EnvironmentNames } from '../../../../../../main/basedir/tac/effects/environment-names.ts';
import { valuePartsFrom } from '../../../../../../main/basedir/tac/effects/value-parts-from.ts';
import { ModuleScope } from '../../../../../../main/basedir/tac/python/module-scope.ts';
import { parsePython } from '../../../../../../main/basedir/tac/python/python-tree.ts';

function parts(text: string) {
  const scope = new ModuleScope(text);
  const names = new EnvironmentNames(text, scope);
  const expression = parsePython(text).topNode.firstChild?.firstChild;
  if (!expression) throw new Error(text);
  return valuePartsFrom(expression, { names, scope, text });
}

const variable = (name: string, otherwise = '') => ({ kind: 'variable', name, otherwise });
const plain = (text: string) => ({ kind: 'text', text });

describe('a value', () => {
  it.each([
    ["'a'", [plain('a')]],
    ["'a' + os.pathsep + os.environ['B']", [plain('a'), plain(delimiter), variable('B')]],
    ["os.environ.get('B', 'c')", [variable('B', 'c')]],
    ["os.getenv('B', 'c')", [variable('B', 'c')]],
    ['f\'a:{os.environ["B"]}c\\n\'', [plain('a:'), variable('B'), plain('c\n')]],
    ["f'plain'", [plain('plain')]],
  ])('is put together of pieces: %s', (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });

  it.each([
    'f()',
    "'a' * 2",
    "'a' + f()",
    "os.environ.get('B')",
    "os.getenv('B')",
    "f'{x!r}'",
    'f\'{os.environ["B"]:>5}\'',
    "f'{{'",
    "'\\0'",
    `'a'${" + 'a'".repeat(100)}`,
  ])('has to be computed: %s', (text) => {
    expect(parts(text)).toBeUndefined();
  });
});
