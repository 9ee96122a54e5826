import { expect, it } from 'vitest';
import { OwnFunctions } from '../../../../../../main/basedir/tac/effects/own-functions.ts';
import type { TacEffect } from '../../../../../../main/basedir/tac/effects/tac-effect.ts';
import { childrenOf, parsePython } from '../../../../../../main/basedir/tac/python/python-tree.ts';

const PLACE = { line: 1, code: 'x', span: { from: 0, to: 1 } };
const END: TacEffect = { kind: 'end', within: undefined, ...PLACE };

function makeFunctions() {
  const functions = new OwnFunctions();
  const [definition] = childrenOf(parsePython('def f():\n    g()\n').topNode);
  if (!definition) throw new Error('it is no function');
  functions.define('f', definition);
  return { functions, definition };
}

it.each<readonly [string, readonly TacEffect[]]>([
  ['none', []],
  ['code', [{ kind: 'own', effect: 'code', ...PLACE }]],
  ['end', [{ kind: 'own', effect: 'code', ...PLACE }, END]],
  ['may-end', [{ ...END, within: 'if' }]],
])('a function has the effect "%s", by what is found in its body', (effect, found) => {
  expect(makeFunctions().functions.effectOf('f', () => found)).toBe(effect);
});

it('is looked at once, again after another definition, and calls itself without end', () => {
  const { functions, definition } = makeFunctions();
  let looks = 0;
  const look = (): readonly TacEffect[] => {
    looks += 1;
    expect(functions.effectOf('f', look)).toBe('none');
    return [END];
  };
  expect([functions.effectOf('f', look), functions.effectOf('f', look), looks]).toEqual([
    'end',
    'end',
    1,
  ]);
  functions.define('f', definition);
  functions.effectOf('f', look);
  expect(looks).toBe(2);
});

it('is unknown code where the file does not define it', () => {
  expect(makeFunctions().functions.effectOf('g', () => [])).toBe('code');
});
