import type { Action } from './contract.ts';
import type { WorkerStatus, WorkerStatusKind } from './worker-status.ts';

type WorkerAction = Exclude<Action['kind'], 'open-window' | 'quit'>;

const ATTACHED = 'The worker is connected already.';
const DRAINING =
  'The worker is still connected and lets its last build end. Cancel that to take builds again.';
const NOT_DRAINING = 'The worker neither pauses nor shuts down, so there is nothing to cancel.';
const NOT_PAUSED = 'The worker is not paused.';
const NO_DIRECTORY = 'The worker does not run: its directory cannot be used.';
const STOPPED = 'The worker is stopped already.';
const AWAY = 'The worker is paused and not connected.';

/** What an action is answered in a state that does not take it. */
const REFUSALS: Readonly<
  Record<WorkerAction, Readonly<Partial<Record<WorkerStatusKind, string>>>>
> = {
  connect: { idle: ATTACHED, building: ATTACHED, draining: DRAINING },
  disconnect: { stopped: STOPPED, paused: AWAY },
  pause: { stopped: 'The worker is stopped; there is nothing to pause.' },
  resume: {
    stopped: NOT_PAUSED,
    connecting: NOT_PAUSED,
    idle: NOT_PAUSED,
    building: NOT_PAUSED,
    error: NOT_PAUSED,
  },
  'shut-down-gracefully': { stopped: STOPPED },
  'cancel-drain': {
    stopped: NOT_DRAINING,
    connecting: NOT_DRAINING,
    idle: NOT_DRAINING,
    building: NOT_DRAINING,
    paused: NOT_DRAINING,
    error: NOT_DRAINING,
  },
  'stop-now': { stopped: STOPPED, paused: AWAY },
};

/**
 * The sentence why an action cannot be had in this state; undefined when it can. Tray, window and
 * main ask the same, so that none offers what another refuses.
 */
export function whyNotNow(action: Pick<Action, 'kind'>, status: WorkerStatus): string | undefined {
  if (action.kind === 'open-window' || action.kind === 'quit') return undefined;
  if (status.kind === 'error' && status.problem.kind === 'directory') {
    return action.kind === 'connect' ? undefined : NO_DIRECTORY;
  }
  if (action.kind === 'resume' && status.kind === 'draining' && status.purpose !== 'pause') {
    return NOT_PAUSED;
  }
  return REFUSALS[action.kind][status.kind];
}
