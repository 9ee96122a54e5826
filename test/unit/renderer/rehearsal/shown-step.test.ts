import { expect, it } from 'vitest';
import {
  REHEARSAL_NOT_STARTED,
  type RehearsalState,
  type RehearsalStepName,
} from '../../../../main/contract/rehearsal/rehearsal-view.ts';
import { shownStep } from '../../../../renderer/rehearsal/shown-step.ts';

function view(state: RehearsalState, started: readonly RehearsalStepName[]) {
  const steps = REHEARSAL_NOT_STARTED.steps.map((step) => ({
    ...step,
    startedAt: started.includes(step.name) ? 1 : undefined,
  }));
  return { ...REHEARSAL_NOT_STARTED, state, steps };
}

const ALL = REHEARSAL_NOT_STARTED.steps.map(({ name }) => name);
const asPlanned = { kind: 'done', verdict: { kind: 'as-planned' } } as const;
const odd = { kind: 'done', verdict: { kind: 'otherwise', step: 'compile' } } as const;

it.each([
  ['nothing before the start', view({ kind: 'not-started' }, []), undefined, undefined],
  [
    'the step that runs',
    view({ kind: 'building', step: 'compile' }, ['checkout', 'compile']),
    ...[undefined, 'compile'],
  ],
  [
    'the step that was chosen, whichever runs',
    view({ kind: 'building', step: 'compile' }, ['checkout', 'compile']),
    ...['checkout', 'checkout'],
  ],
  ['the last one at the end', view(asPlanned, ALL), undefined, 'clean'],
  ['the one that did not end as it was meant to', view(odd, ALL), undefined, 'compile'],
] as const)('shows %s', (_name, shown, chosen, wanted) => {
  expect(shownStep(shown, chosen)).toBe(wanted);
});
