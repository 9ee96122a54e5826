import { type Problem, problem } from '../../../contract/problem.ts';
import type { EffectsReader } from './effects-reader.ts';

/**
 * Why a file means not to run its worker: it ends before it is done, or nothing adds the worker to the
 * application. Shape: `workerLine` is that of the call; undefined where there is no call of its own.
 */
export function offProblem(
  { effects, starts, mayStart }: Pick<EffectsReader, 'effects' | 'starts' | 'mayStart'>,
  tacPath: string,
  workerLine: number | undefined,
): Problem | undefined {
  const ends = effects.filter((effect) => effect.kind === 'end');
  const end = ends.find(({ within }) => within === undefined) ?? ends[0];
  if (end) {
    const place = { path: tacPath, line: end.line };
    const { code, within } = end;
    return within === undefined
      ? problem('tac.endsItself', { place, code })
      : problem('tac.mayEndItself', { place, code, keyword: within });
  }
  if (workerLine === undefined || mayStart) return undefined;
  if (starts.some(({ within }) => within === undefined)) return undefined;
  const [start] = starts;
  if (!start) {
    return problem('tac.addsNoWorker', { place: { path: tacPath, line: workerLine } });
  }
  const place = { path: tacPath, line: start.line };
  return problem('tac.mayAddNoWorker', { place, keyword: start.within ?? '' });
}
