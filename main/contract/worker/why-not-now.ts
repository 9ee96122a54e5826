import type { WorkerWish } from './worker-request.ts';
import type { WorkerStatus, WorkerStatusKind } from './worker-status.ts';

/** Why an action cannot be had in a state; the texts have a sentence for each. */
export const REFUSALS = [
  'attached',
  'draining',
  'not-draining',
  'not-paused',
  'no-directory',
  'stopped',
  'nothing-to-pause',
  'away',
  'not-attached',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** What an action is answered in a state that does not take it. */
const REFUSED: Readonly<
  Record<WorkerWish['kind'], Readonly<Partial<Record<WorkerStatusKind, Refusal>>>>
> = {
  connect: { idle: 'attached', building: 'attached', draining: 'draining' },
  disconnect: { stopped: 'stopped', paused: 'away' },
  pause: { stopped: 'nothing-to-pause' },
  resume: {
    stopped: 'not-paused',
    connecting: 'not-paused',
    idle: 'not-paused',
    building: 'not-paused',
    error: 'not-paused',
  },
  'shut-down-gracefully': { stopped: 'stopped' },
  'cancel-drain': {
    stopped: 'not-draining',
    connecting: 'not-draining',
    idle: 'not-draining',
    building: 'not-draining',
    paused: 'not-draining',
    error: 'not-draining',
  },
  'stop-now': { stopped: 'stopped', paused: 'away' },
  reconnect: {
    stopped: 'not-attached',
    connecting: 'not-attached',
    draining: 'draining',
    paused: 'not-attached',
    error: 'not-attached',
  },
  restart: { draining: 'draining' },
};

/**
 * Why an action cannot be had in this state; undefined when it can. Tray, window and main ask the same,
 * so that none offers what another refuses.
 */
export function whyNotNow(
  { kind }: Pick<WorkerWish, 'kind'>,
  status: WorkerStatus,
): Refusal | undefined {
  if (status.kind === 'error' && status.problem.kind === 'directory') {
    return kind === 'connect' ? undefined : 'no-directory';
  }
  if (kind === 'resume' && status.kind === 'draining' && status.purpose !== 'pause') {
    return 'not-paused';
  }
  return REFUSED[kind][status.kind];
}
