import type { Action } from '../../contract/app/action.ts';
import type { NoticeKind } from '../../contract/notice-kind.ts';
import { offersIn } from '../../contract/worker/request-rules.ts';
import type { PausedUntil, WorkerStatus } from '../../contract/worker/worker-status.ts';
import type { EndedBuild } from '../../hosting/worker-histories.ts';
import type { Texts } from '../../texts/texts.ts';

/** Something that the user should know without looking. */
export interface Notice {
  readonly kind: NoticeKind;
  readonly title: string;
  readonly body: string;
  /** Where a click on it leads. */
  readonly opens: Extract<Action, { kind: 'open-window' }>;
  /** What most people want to do about it, where it is more than to look. */
  readonly offer?: { readonly label: string; readonly action: Action } | undefined;
}

interface NoticedWorker {
  readonly id: string;
  readonly name: string;
}

/** The notice that a change of the status is worth; mostly none. */
export function noticeFrom(
  before: WorkerStatus,
  after: WorkerStatus,
  worker: NoticedWorker,
  now: number,
  texts: Texts,
): Notice | undefined {
  const words = wordsFrom(before, after, worker.name, now, texts);
  if (words === undefined) return undefined;
  const opens = { kind: 'open-window', page: 'overview', workerId: worker.id } as const;
  return { ...words, opens, offer: offerIn(after, worker.id, texts) };
}

function wordsFrom(
  before: WorkerStatus,
  after: WorkerStatus,
  name: string,
  now: number,
  { notices: texts, say }: Texts,
): Pick<Notice, 'kind' | 'title' | 'body'> | undefined {
  if (after.kind === 'error') {
    const isKnown = before.kind === 'error' && before.problem.kind === after.problem.kind;
    const body = say(after.problem.problem);
    return isKnown ? undefined : { kind: 'cannotWork', title: texts.cannotWork(name), body };
  }
  if (after.kind === 'paused' && before.kind === 'draining') {
    return { kind: 'paused', title: texts.paused(name), body: texts.lastBuildEnded };
  }
  if (after.kind === 'connecting' && before.kind === 'paused' && hasEnded(before.until, now)) {
    return { kind: 'paused', title: texts.resumed(name), body: texts.pauseEnded };
  }
  if (after.kind === 'stopped' && before.kind === 'draining' && before.purpose === 'shut-down') {
    return { kind: 'ended', title: texts.hasShutDown(name), body: texts.lastBuildEnded };
  }
  if (after.kind === 'stopped' && after.why !== undefined) {
    return { kind: 'cannotWork', title: texts.stopped(name), body: say(after.why) };
  }
  return undefined;
}

/** What most people want in a status, as the window weighs it: to resume, or to connect again. */
function offerIn(status: WorkerStatus, workerId: string, { tray }: Texts): Notice['offer'] {
  const main = offersIn(status, 'window').find(({ weight }) => weight === 'main');
  if (!main || !('request' in main)) return undefined;
  const action: Action = { kind: 'request', workerId, request: main.request };
  return { label: tray.requests[main.label], action };
}

/** The notice of a build that has ended; its kind is the rarest that it belongs to. */
export function buildNoticeFrom(build: EndedBuild, workerName: string, texts: Texts): Notice {
  const { id: buildId, workerId, builderName, outcome, startedAt, endedAt = startedAt } = build;
  const { notices, builds, format } = texts;
  const isFailed = outcome === 'errors';
  return {
    kind: isFailed ? 'buildFailed' : 'buildEnded',
    title: isFailed ? notices.buildFailed(builderName) : notices.buildEnded(builderName),
    body: notices.buildHelp(
      workerName,
      builds.outcomes[outcome],
      format.duration(endedAt - startedAt),
    ),
    opens: { kind: 'open-window', page: 'builds', workerId, buildId },
  };
}

/** By the clock, not by the user, who knows of it. */
function hasEnded(until: PausedUntil, now: number): boolean {
  return until !== 'resumed' && until <= now;
}
