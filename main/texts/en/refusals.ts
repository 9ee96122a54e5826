import type { Refusal } from '../../contract/worker/why-not-now.ts';

const REFUSALS: Readonly<Record<Refusal, string>> = {
  attached: 'The worker is connected already.',
  draining:
    'The worker is still connected and lets its last build end. Cancel that to take builds again.',
  'not-draining': 'The worker neither pauses nor shuts down, so there is nothing to cancel.',
  'not-paused': 'The worker is not paused.',
  'no-directory': 'The worker does not run: its directory cannot be used.',
  stopped: 'The worker is stopped already.',
  'nothing-to-pause': 'The worker is stopped; there is nothing to pause.',
  away: 'The worker is paused and not connected.',
  'not-attached': 'The worker is not connected.',
};

/** Why something cannot be done now. */
export const refusals = {
  now: REFUSALS,
  noWorker: 'There is no worker yet: add one in the window.',
  workerGone: 'This worker was removed.',
  hasWorker: (basedir: string) => `A worker runs in ${basedir} already.`,
};
