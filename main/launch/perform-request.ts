import type { Problem } from '../contract/problem.ts';
import { type RequestProblem, whyNotNow } from '../contract/worker/request-rules.ts';
import type { When, WorkerRequest } from '../contract/worker/worker-request.ts';
import type { PausedUntil, WorkerStatus } from '../contract/worker/worker-status.ts';
import { assertNever } from '../lib/assert-never.ts';
import type { Clock } from '../lib/clock.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import type { WorkerLogger } from '../logging/writing/worker-logger.ts';
import type { Worker } from '../worker/worker.ts';
import { pauseEndFrom } from './pause-end-from.ts';

/** What requests need of a worker that runs. */
export type WorkerToAct = Pick<
  Worker,
  | 'status'
  | 'start'
  | 'stop'
  | 'stopNow'
  | 'pause'
  | 'resume'
  | 'shutDownGracefully'
  | 'cancelDrain'
  | 'reconnect'
  | 'wake'
>;

/** A worker that requests are for, whether or not its directory can be used just now. */
export interface RequestedWorker {
  readonly status: WorkerStatus;
  /** Undefined while the directory cannot be used; so is the logger. */
  readonly worker: WorkerToAct | undefined;
  readonly logger: Pick<WorkerLogger, 'log' | 'rotate'> | undefined;
  /** Makes the worker from its directory. Errors: why none can run there. */
  open(): Promise<Outcome<WorkerToAct, Problem>>;
  /** Ends the worker and makes it again. Errors: why that is not possible. */
  restart(when: When): Promise<Outcome<void, Problem>>;
}

/** What a request can lose builds by. */
export type Loss = 'disconnect' | 'stop-now' | 'reconnect' | 'restart';

/** What differs with who requests, and with who runs the worker. */
export interface RequestContext {
  readonly clock: Pick<Clock, 'now'>;
  /** Whether builds that run may be lost; asks the user where there is one to ask. */
  mayLose(loss: Loss, status: WorkerStatus): Promise<boolean>;
  /** Keeps a pause for the next start of the app; undefined forgets it. */
  keepPause(until: PausedUntil | undefined): void;
  /** Ends the worker in whatever state, and with it a process of its own. */
  stop(worker: WorkerToAct): void;
}

type Result = Promise<Outcome<void, RequestProblem>>;

const DONE = succeeded(undefined);

/**
 * Performs a request to a worker: the one way for tray, window and control socket, so that the same
 * request in the same state has the same answer everywhere. A second click never makes it worse.
 *
 * Errors: why it cannot be performed now; nothing was changed then. A user who keeps the builds that
 * run is no error.
 */
export async function performRequest(
  request: WorkerRequest,
  target: RequestedWorker,
  context: RequestContext,
): Result {
  const refusal = whyNotNow(request, target.status);
  if (refusal !== undefined) return failed({ kind: 'refused', refusal });
  if (request.kind === 'connect') return withProblem(await connect(target));
  if (request.kind === 'restart') return restart(target, request.when, context);
  const { worker, logger } = target;
  if (worker === undefined) return failed({ kind: 'refused', refusal: 'no-directory' });
  switch (request.kind) {
    case 'disconnect':
      return whenAllowed('disconnect', worker, context, () => worker.stop());
    case 'pause':
      return pause(worker, pauseEndFrom(request.how, context.clock.now()), context);
    case 'resume':
      worker.resume();
      return DONE;
    case 'shut-down-gracefully':
      return withProblem(await worker.shutDownGracefully('shut-down'));
    case 'cancel-drain':
      return cancelDrain(worker, request.when, context);
    case 'stop-now':
      return whenAllowed('stop-now', worker, context, () => worker.stopNow());
    case 'stop':
      return whenAllowed('disconnect', worker, context, () => context.stop(worker));
    case 'reconnect':
      return reconnect(worker, request.when, context);
    case 'rotate-log':
      return rotateLog(logger);
    default:
      return assertNever(request);
  }
}

/** A worker that waits for its next try does not wait any longer. */
async function connect(target: RequestedWorker): Promise<Outcome<void, Problem>> {
  const { worker } = target;
  if (worker === undefined) {
    const opened = await target.open();
    if (!opened.ok) return opened;
    opened.value.start();
    return DONE;
  }
  const { kind } = worker.status;
  if (kind === 'stopped' || kind === 'paused') worker.start();
  else worker.wake('requested');
  return DONE;
}

/** The pause is kept before the master is asked, so that it outlives the app. */
async function pause(worker: WorkerToAct, until: PausedUntil, context: RequestContext): Result {
  context.keepPause(until);
  const paused = await worker.pause(until);
  if (!paused.ok) context.keepPause(undefined);
  return withProblem(paused);
}

async function cancelDrain(worker: WorkerToAct, when: When, context: RequestContext): Result {
  if (when === 'now') {
    return whenAllowed('reconnect', worker, context, () => worker.cancelDrain('now'));
  }
  worker.cancelDrain('at-gap');
  return DONE;
}

async function reconnect(worker: WorkerToAct, when: When, context: RequestContext): Result {
  if (when === 'now') {
    return whenAllowed('reconnect', worker, context, () => worker.reconnect('now'));
  }
  worker.reconnect('at-gap');
  return DONE;
}

async function restart(target: RequestedWorker, when: When, context: RequestContext): Result {
  if (when === 'now' && !(await context.mayLose('restart', target.status))) return DONE;
  return withProblem(await target.restart(when));
}

async function rotateLog(logger: RequestedWorker['logger']): Result {
  const rotated = await logger?.rotate();
  if (rotated?.ok === false) return failed({ kind: 'failed', problem: rotated.problem });
  // An empty file would not make way for the next one.
  logger?.log('info', 'log', 'a new file was begun as requested');
  return DONE;
}

async function whenAllowed(
  loss: Loss,
  worker: WorkerToAct,
  context: RequestContext,
  act: () => void | Promise<void>,
): Result {
  if (await context.mayLose(loss, worker.status)) await act();
  return DONE;
}

function withProblem(outcome: Outcome<void, Problem>): Outcome<void, RequestProblem> {
  return outcome.ok ? outcome : failed({ kind: 'failed', problem: outcome.problem });
}
