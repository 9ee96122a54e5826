import type { PausedUntil, WorkerStatus } from '../contract/worker/worker-status.ts';
import type { Texts } from '../texts/texts.ts';

/** Something that the user should know without looking. */
export interface Notice {
  readonly title: string;
  readonly body: string;
}

/** The notice that a change of the status is worth; mostly none. */
export function noticeFrom(
  before: WorkerStatus,
  after: WorkerStatus,
  workerName: string,
  now: number,
  { notices: texts, say }: Texts,
): Notice | undefined {
  if (after.kind === 'error') {
    const isKnown = before.kind === 'error' && before.problem.kind === after.problem.kind;
    const body = say(after.problem.problem);
    return isKnown ? undefined : { title: texts.cannotWork(workerName), body };
  }
  if (after.kind === 'paused' && before.kind === 'draining') {
    return { title: texts.paused(workerName), body: texts.lastBuildEnded };
  }
  if (after.kind === 'connecting' && before.kind === 'paused' && hasEnded(before.until, now)) {
    return { title: texts.resumed(workerName), body: texts.pauseEnded };
  }
  if (after.kind === 'stopped' && before.kind === 'draining' && before.purpose === 'shut-down') {
    return { title: texts.hasShutDown(workerName), body: texts.lastBuildEnded };
  }
  if (after.kind === 'stopped' && after.why !== undefined) {
    return { title: texts.stopped(workerName), body: say(after.why) };
  }
  return undefined;
}

/** By the clock, not by the user, who knows of it. */
function hasEnded(until: PausedUntil, now: number): boolean {
  return until !== 'resumed' && until <= now;
}
