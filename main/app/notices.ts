import type { ConnectionProblemKind, WorkerStatus } from '../contract/worker-status.ts';
import type { Texts } from '../texts/texts.ts';

/** Something that the user should hear of without looking. */
export interface Notice {
  readonly title: string;
  readonly body: string;
}

/** Problems that stop builds until somebody does something. */
const CANNOT_LOG_IN: ReadonlySet<ConnectionProblemKind> = new Set([
  'wrong-password',
  'duplicate-name',
  'not-a-master',
  'tls-refused',
  'proxy-refused',
  'directory',
]);

/** What a change of the status is worth telling; mostly nothing. */
export function noticeFrom(
  before: WorkerStatus,
  after: WorkerStatus,
  workerName: string,
  texts: Texts['notices'],
): Notice | undefined {
  if (after.kind === 'error' && CANNOT_LOG_IN.has(after.problem.kind)) {
    const isKnown = before.kind === 'error' && before.problem.kind === after.problem.kind;
    const body = after.problem.sentence;
    return isKnown ? undefined : { title: texts.cannotWork(workerName), body };
  }
  if (after.kind === 'paused' && before.kind === 'draining') {
    return { title: texts.paused(workerName), body: texts.lastBuildEnded };
  }
  if (after.kind === 'stopped' && after.why !== undefined) {
    return { title: texts.stopped(workerName), body: after.why };
  }
  return undefined;
}
