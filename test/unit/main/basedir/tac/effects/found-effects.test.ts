import { describe, expect, it } from 'vitest';
import { MISSING_MODULE } from '../../../../../../main/basedir/tac/effects/branches-of.ts';
import { FoundEffects } from '../../../../../../main/basedir/tac/effects/found-effects.ts';
import { childrenOf, parsePython } from '../../../../../../main/basedir/tac/python/python-tree.ts';

function found(text: string) {
  const [statement] = childrenOf(parsePython(text).topNode);
  if (!statement) throw new Error(text);
  return { effects: new FoundEffects(text), statement };
}

describe('an end', () => {
  it('has its line, its code, and the reason that its author gave', () => {
    const { effects, statement } = found("\nraise SystemExit('off until Monday')");
    effects.end(statement, undefined);
    expect(effects.all).toMatchObject([
      { kind: 'end', line: 2, code: "raise SystemExit('off until Monday')" },
    ]);
  });

  it('has no text that may be a secret', () => {
    const { effects, statement } = found("raise SystemExit('the password is x')");
    effects.end(statement, undefined);
    expect(effects.all[0]?.code).not.toContain('is x');
  });

  it('is code of the file where only a module is missing', () => {
    const { effects, statement } = found('raise SystemExit()');
    effects.end(statement, MISSING_MODULE);
    expect(effects.all).toMatchObject([{ kind: 'own', effect: 'code' }]);
  });
});

it('effects are taken back, and enough are enough', () => {
  const { effects, statement } = found('x()');
  for (let n = 0; n < 200; n += 1) effects.own('code', statement);
  expect([effects.isFull, effects.isLastOf(statement)]).toEqual([true, true]);
  expect(effects.takeBackTo(1)).toHaveLength(199);
  expect([effects.isFull, effects.all.length]).toEqual([false, 1]);
});
