import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { tell } from '../../lib/statement.ts';
import { LOG_FILENAME } from '../../logging/log-files.ts';
import { fileReason } from '../../system/file-reason.ts';
import { isAlive } from '../../system/running-process.ts';
import { RunError } from '../program/usage-error.ts';
import { controlOf, type FoundWorker, findWorker } from '../running-worker/find-worker.ts';
import { RUN_IN_BACKGROUND } from '../verbs.ts';
import { runWorker } from '../worker-process/run-worker.ts';
import { type Verdict, verdictSchema } from '../worker-process/verdict.ts';

export interface StartOptions {
  readonly nodaemon?: boolean;
  readonly quiet?: boolean;
}

/** How long `start` waits for the worker to be attached. */
const VERDICT_WITHIN_MS = 9_500;

/**
 * Starts the worker of a directory and says how that went.
 *
 * Shape:  the exit status. In the background: 0 once attached, 1 when it is not, whether it goes on trying
 *         or has ended. In the foreground: 0 after a signal or a graceful shutdown, 1 when it gave up.
 * Errors: RunError when no worker can run there.
 */
export async function start(dir: string, { nodaemon, quiet }: StartOptions): Promise<number> {
  if (nodaemon) return startInForeground(dir);
  const found = await findWorker(dir);
  if (found.kind === 'buildtray') return startWhatRuns(found);
  const { basedir } = found;
  const { child, verdict } = await startInBackground(basedir, dir);
  const words = sentenceOf(verdict, child.pid ?? 0, basedir);
  if (verdict?.kind !== 'attached') throw new RunError(words);
  if (!quiet) console.log(words);
  return 0;
}

async function startInForeground(dir: string): Promise<number> {
  const run = await runWorker({ dir, echo: (line) => console.log(line) });
  if (!run.ok) throw new RunError(run.problem);
  return run.value?.kind === 'gave-up' ? 1 : 0;
}

/** A worker that the tray app has stopped connects again; any other needs no second start. */
async function startWhatRuns(found: Extract<FoundWorker, { kind: 'buildtray' }>): Promise<number> {
  const { basedir, pid } = found;
  const running = `${basedir} is run by Buildtray already (process ${pid})`;
  const control = await controlOf(found);
  try {
    const status = await control.status();
    const isStopped = status.ok && status.value.status.kind === 'stopped';
    if (!isStopped) throw new RunError(`${running}; stop that one first.`);
    const asked = await control.perform({ kind: 'connect' });
    if (!asked.ok) throw new RunError(asked.problem);
    console.log(`the worker in ${basedir} connects again, in the tray app (process ${pid})`);
    return 0;
  } finally {
    control.close();
  }
}

interface Started {
  readonly child: ChildProcess;
  /** Undefined when nothing was heard in time. */
  readonly verdict: Verdict | undefined;
}

/** A process with a session of its own, which outlives this one and writes to its log alone. */
async function startInBackground(basedir: string, dir: string): Promise<Started> {
  const log = await openLog(basedir);
  try {
    const script = process.argv[1] ?? '';
    const args = [...process.execArgv, script, RUN_IN_BACKGROUND, dir];
    const child = spawn(process.execPath, args, {
      detached: true,
      stdio: ['ignore', log.fd, log.fd, 'ipc'],
    });
    const verdict = await verdictOf(child);
    if (child.connected) child.disconnect();
    child.unref();
    return { child, verdict };
  } finally {
    await log.close();
  }
}

/** For what Node itself has to say. */
async function openLog(basedir: string): Promise<FileHandle> {
  const path = join(basedir, LOG_FILENAME);
  try {
    return await open(path, 'a', 0o600);
  } catch (error) {
    throw new RunError(tell('cannotWrite', path, fileReason(error)).sentence);
  }
}

async function verdictOf(child: ChildProcess): Promise<Verdict | undefined> {
  let last: Verdict | undefined;
  const settled = new Promise<void>((resolve) => {
    child.on('message', (message) => {
      const verdict = verdictSchema.safeParse(message);
      if (!verdict.success) return;
      last = verdict.data;
      if (last.kind !== 'trouble' || last.isForGood) resolve();
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

function sentenceOf(verdict: Verdict | undefined, pid: number, basedir: string): string {
  const log = join(basedir, LOG_FILENAME);
  switch (verdict?.kind) {
    case 'attached':
      return `attached to ${verdict.master} (process ${pid})`;
    case 'trouble':
      return `${verdict.sentence} The worker (process ${pid}) goes on trying; \`buildtray status ${basedir}\` tells how it fares.`;
    case 'ended':
      return verdict.sentence;
    default:
      return isAlive(pid)
        ? `The worker (process ${pid}) did not say within 10 s that it is attached; ${log} tells what it does.`
        : `The worker ended before it was attached; ${log} tells why.`;
  }
}
