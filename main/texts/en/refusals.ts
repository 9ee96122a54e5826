import type { Refusal } from '../../contract/worker/request-rules.ts';

const REFUSALS: Readonly<Record<Refusal, string>> = {
  attached: 'The worker is already connected.',
  draining:
    'The worker is still connected and is finishing its last build. Cancel that to accept builds again.',
  'not-draining': 'The worker is neither pausing nor shutting down, so there is nothing to cancel.',
  'not-paused': 'The worker is not paused.',
  'no-directory': 'The worker is not running: its directory cannot be used.',
  stopped: 'The worker is already stopped.',
  'nothing-to-pause': 'The worker is stopped; there is nothing to pause.',
  away: 'The worker is paused and not connected.',
  'not-attached': 'The worker is not connected.',
};

/** Why something cannot be done now. */
export const refusals = {
  now: REFUSALS,
  noWorker: 'There is no worker yet. Add one in the window.',
  workerGone: 'This worker was removed.',
  hasWorker: (basedir: string) => `A worker is already running in ${basedir}.`,
};
