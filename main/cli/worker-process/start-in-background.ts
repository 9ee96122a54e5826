import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { problem } from '../../contract/problem.ts';
import { LOG_FILENAME } from '../../system/base-directory-files.ts';
import { fileReasonOf } from '../../system/file-reason.ts';
import { openToAppend } from '../../system/opening/open-to-append.ts';
import { STARTED_WITH_VARIABLE, startedWithNote } from '../../system/started-with.ts';
import type { Protection } from '../../worker-settings/rows/protection-levels.ts';
import { runErrorOf } from '../program/usage-error.ts';
import { PROTECTION_VARIABLE, RUN_IN_BACKGROUND } from './run-in-background.ts';
import { type Verdict, verdictSchema } from './verdict.ts';

/** How long `start` waits for what it waits for. */
const VERDICT_WITHIN_MS = 9_500;

export interface StartedWorker {
  readonly pid: number;
  /** The last report; undefined when there was none in time. */
  readonly verdict: Verdict | undefined;
}

/** What a start waits for: that the worker holds its directory, or is attached to its master. */
export type StartStage = 'launched' | 'attached';

/**
 * Starts the worker of a directory as a process with a session of its own, which outlives this one and
 * writes to its log alone.
 *
 * Errors: RunError when the log cannot be written.
 */
export async function startInBackground(
  basedir: string,
  dir: string,
  stage: StartStage,
  protection?: Protection,
): Promise<StartedWorker> {
  const log = await openLog(basedir);
  try {
    const script = process.argv[1] ?? '';
    const args = [...process.execArgv, script, RUN_IN_BACKGROUND, dir];
    const child = spawn(process.execPath, args, {
      detached: true,
      env: {
        ...process.env,
        [STARTED_WITH_VARIABLE]: startedWithNote(),
        [PROTECTION_VARIABLE]: protection,
      },
      stdio: ['ignore', log.fd, log.fd, 'ipc'],
    });
    const verdict = await verdictOf(child, stage);
    if (child.connected) child.disconnect();
    child.unref();
    return { pid: child.pid ?? 0, verdict };
  } finally {
    await log.close();
  }
}

/** For what Node itself has to report. */
async function openLog(basedir: string): Promise<FileHandle> {
  const path = join(basedir, LOG_FILENAME);
  try {
    return (await openToAppend(path, 0o600)).file;
  } catch (error) {
    throw runErrorOf(problem('files.cannotWrite', { path, reason: fileReasonOf(error) }));
  }
}

/** The first verdict that settles the matter, else the last one when the time is over. */
async function verdictOf(child: ChildProcess, stage: StartStage): Promise<Verdict | undefined> {
  let last: Verdict | undefined;
  let isOver = false;
  const settled = new Promise<void>((resolve) => {
    child.on('message', (message) => {
      const verdict = verdictSchema.safeParse(message);
      if (!verdict.success || isOver) return;
      last = verdict.data;
      isOver = stage === 'launched' || isSettled(last);
      if (isOver) resolve();
    });
  });
  const late = AbortSignal.timeout(VERDICT_WITHIN_MS);
  const isLate = new Promise((resolve) => {
    late.addEventListener('abort', resolve);
  });
  const ended = once(child, 'close').catch(() => {});
  await Promise.race([settled, isLate, ended]);
  return last;
}

/** Whether it is known how the start went. */
function isSettled(verdict: Verdict): boolean {
  if (verdict.kind === 'launched') return false;
  return verdict.kind !== 'trouble' || verdict.isForGood;
}
