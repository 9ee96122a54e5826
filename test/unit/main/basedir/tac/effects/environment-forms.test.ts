import { describe, expect, it } from 'vitest';
import { EnvironmentForms } from '../../../../../../main/basedir/tac/effects/environment-forms.ts';
import type { ValuePart } from '../../../../../../main/basedir/tac/effects/tac-effect.ts';
import { ModuleScope } from '../../../../../../main/basedir/tac/python/module-scope.ts';
import { childrenOf, parsePython } from '../../../../../../main/basedir/tac/python/python-tree.ts';

/** What the last statement of a text changes, in short; undefined for what is no such form. */
function changes(text: string): string | undefined {
  const scope = new ModuleScope(text);
  const forms = new EnvironmentForms(text, scope);
  const statements = childrenOf(parsePython(text).topNode);
  for (const statement of statements.slice(0, -1)) scope.execute(statement);
  const last = statements.at(-1);
  return (last && forms.changesOf(last))
    ?.map(({ name, value, onlyIfUnset }) =>
      value === undefined
        ? `-${name}`
        : `${name}${onlyIfUnset ? '?=' : '='}${value.map(shown).join('')}`,
    )
    .join(' ');
}

function shown(part: ValuePart): string {
  return part.kind === 'text' ? part.text : `\${${part.name}}`;
}

describe('a form of changing the environment', () => {
  it.each([
    ["os.environ['A'] = 'b'", 'A=b'],
    ["import os as o\no.environ['A'] = 'b'", 'A=b'],
    ["from os import environ\nenviron['A'] = 'b'", 'A=b'],
    ["name = 'A'\nvalue = 'b'\nos.environ[name] = value", 'A=b'],
    ["os.environ['A'] = 'b' 'c' + (\"d\")", 'A=bcd'],
    ["os.environ['A'] += 'b'", 'A=$' + '{A}b'],
    ["del os.environ['A'], os.environ['B']", '-A -B'],
    ["os.environ.pop('A')", '-A'],
    ["x = os.environ.pop('A', None)", '-A'],
    ["os.environ.update({'A': 'b', 'C': 'd'}, E='f')", 'A=b C=d E=f'],
    ['os.environ.update([])', undefined],
    ["os.environ.update({'A': f()})", undefined],
    ['os.environ.update({**x})', undefined],
    ["os.environ.setdefault('A', 'b')", 'A?=b'],
    ["os.putenv('A', 'b')", 'A=b'],
    ["os.unsetenv('A')", '-A'],
    ["if 'A' in os.environ: del os.environ['A']", '-A'],
    ["if 'A' not in os.environ: os.environ['A'] = 'b'", 'A?=b'],
    ["if 'A' in os.environ: del os.environ['B']", undefined],
    ["if 'A' not in os.environ: del os.environ['A']", undefined],
    ["if 'A' in os.environ: del os.environ['A']\nelse: f()", undefined],
    ["try: del os.environ['A']\nexcept KeyError: pass", '-A'],
    ["try: del os.environ['A']\nexcept KeyError: f()", undefined],
    ["for x in ('A', 'B'): os.environ.pop(x, None)", '-A -B'],
    ["for x in ['A']:\n    os.environ[x] = '1'", 'A=1'],
    ['for x in os.environ: os.environ.pop(x)', undefined],
    ["for x in ('A',): os.environ.pop(y)", undefined],
    ["os.environ['A'] = f()", undefined],
    ["os.environ['A'] = 1", undefined],
    ["os.environ[f()] = 'b'", undefined],
    ["os.environ['A=B'] = 'b'", undefined],
    ["os.environ[''] = 'b'", undefined],
    ["os.environ['A'] = x = 'b'", undefined],
    ["other['A'] = 'b'", undefined],
    ['os.environ.clear()', undefined],
    ['f()', undefined],
  ])('is known, or not: %s', (text, expected) => {
    expect(changes(text)).toBe(expected);
  });
});
