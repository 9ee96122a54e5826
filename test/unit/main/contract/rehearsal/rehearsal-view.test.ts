import { expect, it } from 'vitest';
import {
  FAILING_STEP,
  isUnderWay,
  meantResultOf,
  REHEARSAL_NOT_STARTED,
  REHEARSAL_STEP_NAMES,
  type RehearsalState,
} from '../../../../../main/contract/rehearsal/rehearsal-view.ts';

const STATES: Readonly<Record<RehearsalState['kind'], boolean>> = {
  'not-started': false,
  preparing: true,
  'waiting-for-worker': true,
  building: true,
  draining: true,
  cancelling: true,
  done: false,
  cancelled: false,
  error: false,
};

it.each(Object.entries(STATES))('a rehearsal that is %s is under way: %s', (kind, expected) => {
  expect(isUnderWay({ kind } as RehearsalState)).toBe(expected);
});

it('one step is meant to fail, and no other', () => {
  const failing = REHEARSAL_STEP_NAMES.filter((name) => meantResultOf(name) !== 'success');
  expect(failing).toEqual([FAILING_STEP]);
});

it('before the first start no step has a result or a time', () => {
  expect(REHEARSAL_NOT_STARTED.steps.map(({ name }) => name)).toEqual(REHEARSAL_STEP_NAMES);
  expect(isUnderWay(REHEARSAL_NOT_STARTED.state)).toBe(false);
});
