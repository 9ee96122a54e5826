import type {
  RehearsalStepName,
  RehearsalView,
} from '../../main/contract/rehearsal/rehearsal-view.ts';

/**
 * The step whose output is shown: the one the user has chosen, else the one that runs. At the end that is
 * the one that failed on purpose or otherwise, which has the most to say.
 */
export function shownStep(
  { state, steps }: RehearsalView,
  chosen: RehearsalStepName | undefined,
): RehearsalStepName | undefined {
  if (chosen !== undefined) return chosen;
  if (state.kind === 'done') {
    return state.verdict.kind === 'otherwise' ? state.verdict.step : lastStarted(steps);
  }
  return lastStarted(steps);
}

function lastStarted(steps: RehearsalView['steps']): RehearsalStepName | undefined {
  return steps.findLast(({ startedAt }) => startedAt !== undefined)?.name;
}
