import { type Problem, problem } from '../../../contract/problem.ts';
import type { TacEffect } from './tac-effect.ts';

/** Of more only their number is reported. */
const MOST_NAMED = 20;

/**
 * A sentence for each effect that is not brought about, in the file's order. What ends the file is a reason
 * not to run it, which is reported by itself.
 */
export function effectWarnings(
  effects: readonly TacEffect[],
  tacPath: string,
  isEnvironmentApplied: boolean,
): readonly Problem[] {
  const lost = effects.filter(({ kind }) =>
    kind === 'environment-change' ? !isEnvironmentApplied : kind === 'own',
  );
  const named = lost.slice(0, MOST_NAMED).map((effect) => warningOf(effect, tacPath));
  const more = lost.length - named.length;
  return more > 0 ? [...named, problem('tac.doesMore', { path: tacPath, count: more })] : named;
}

function warningOf(effect: TacEffect, tacPath: string): Problem {
  const place = { path: tacPath, line: effect.line };
  if (effect.kind === 'environment-change') {
    const names = [...new Set(effect.changes.map(({ name }) => name))].join(', ');
    return problem('tac.changesEnvironment', { place, names });
  }
  const what = effect.kind === 'own' ? effect.effect : 'code';
  return problem('tac.doesMoreThanSet', { place, code: effect.code, effect: what });
}
