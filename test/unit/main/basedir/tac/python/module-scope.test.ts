import { describe, expect, it } from 'vitest';
import { ModuleScope } from '../../../../../../main/basedir/tac/python/module-scope.ts';
import {
  childrenOf,
  descendantsOf,
  parsePython,
} from '../../../../../../main/basedir/tac/python/python-tree.ts';

/** The scope of a module after its last statement. */
function scopeAfter(text: string): ModuleScope {
  const scope = new ModuleScope(text);
  for (const statement of childrenOf(parsePython(text).topNode)) scope.execute(statement);
  return scope;
}

/** What `x` stands for then: a value, `computed`, or undefined. */
function xAfter(text: string): unknown {
  const binding = scopeAfter(text).bindingOf('x');
  return binding?.kind === 'literal' ? binding.value : binding?.kind;
}

describe('a name stands for', () => {
  it.each<[string, unknown]>([
    ['x = 1\nx = 2', 2],
    ['y = 1\nx = y', 1],
    ["x = y = 'a'", 'a'],
    ['x, y = 1, 2', 1],
    ['(y, x) = [1, 2]', 2],
    ['y = 0; x = (3)', 3],
    ['x: int = 4', 4],
    ['y = 1', undefined],
  ])('the value that was assigned last: %j', (text, value) => {
    expect(xAfter(text)).toBe(value);
  });

  it.each([
    'x = f()',
    'x = 1\nx += 1',
    'x = 1\ndel x',
    'x = 1,',
    'x = 1\nif a: x = 2',
    'x = 1\nfor x in a: pass',
    'x = 1\nwith a as x: pass',
    'x = 1\ntry: pass\nexcept E as x: pass',
    'x = 1\nwhile a:\n  if b:\n    x = 2',
    'x = 1\nif (x := 2): pass',
    'x = 1\ndef f():\n  global x\n  x = 2',
    'x = 1\ndef x(): pass',
    'x = 1\nclass x: pass',
    'x, y = f()',
  ])('code that nobody runs, where anything may have changed it: %j', (text) => {
    expect(xAfter(text)).toBe('computed');
  });

  it('what it was, where a function has a name of its own like it', () => {
    expect(xAfter('x = 1\ndef f():\n  x = 2')).toBe(1);
  });

  it('what surrounds the code that decides it', () => {
    expect(scopeAfter('x = 1\nif a: x = 2').bindingOf('x')).toMatchObject({ within: 'if …: ' });
    expect(scopeAfter('for a in b: x = 2').bindingOf('x')).toMatchObject({ within: 'for …: ' });
  });
});

describe('the folder of the file', () => {
  it.each([
    'os.path.dirname(__file__)',
    'os.path.abspath(os.path.dirname(__file__))',
    'dirname(os.path.realpath(__file__))',
  ])('is "." in every spelling: %s', (code) => {
    expect(xAfter(`x = ${code}`)).toBe('.');
  });

  it.each([
    'os.path.dirname(os.path.dirname(__file__))',
    'os.path.abspath(__file__)',
    "os.path.dirname(__file__) + '/w'",
  ])('is not what is above or below it: %s', (code) => {
    expect(xAfter(`x = ${code}`)).toBe('computed');
  });

  it('is left "." by the block that create-worker writes for it, and by no other', () => {
    const block = (code: string) => `basedir = '.'\nif basedir == '.':\n  basedir = ${code}\n`;
    const kindAfter = (code: string) => scopeAfter(block(code)).bindingOf('basedir')?.kind;
    expect(kindAfter('os.path.abspath(os.path.dirname(__file__))')).toBe('literal');
    expect(kindAfter("'/elsewhere'")).toBe('computed');
  });
});

describe('a dotted name is resolved to where it was imported from', () => {
  it.each([
    ['from a.b import c', 'c', 'a.b.c'],
    ['from a import (b,\n  c as d)  # why', 'd.e', 'a.c.e'],
    ['import a.b', 'a.b.C', 'a.b.C'],
    ['import a.b as m', 'm.C', 'a.b.C'],
    ['try:\n  from a import b\nexcept ImportError:\n  from c import b', 'b.C', 'a.b.C'],
    ['', 'a.b', 'a.b'],
    ['a = 1', 'a.b', undefined],
  ])('after %j, %s', (text, name, path) => {
    const [call] = descendantsOf(parsePython(`${name}()`).topNode, 'CallExpression');
    // The scope reads names from its own text, at the place that the node has.
    const whole = `${name}()\n${text}\n`;
    const callee = call?.firstChild;
    expect(callee && scopeAfter(whole).resolveDottedName(callee)).toBe(path);
  });
});
