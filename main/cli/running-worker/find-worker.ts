import { resolve } from 'node:path';
import { runningPid } from '../../basedir/acquire-lock.ts';
import { checkDirectory, type WorkerDirectory } from '../../basedir/check-directory.ts';
import { runningTwistd } from '../../basedir/running-twistd.ts';
import { workerConfigFrom } from '../../basedir/tac/worker-config-from.ts';
import { type ControlClient, openControl } from '../../control/control-client.ts';
import type { ControlStatus } from '../../control/control-status.ts';
import { RunError, runErrorOf } from '../program/usage-error.ts';

/** Whoever runs the worker of a directory just now. */
export type FoundWorker =
  | { readonly kind: 'none'; readonly basedir: string }
  | { readonly kind: 'buildbot-worker'; readonly basedir: string; readonly pid: number }
  | { readonly kind: 'buildtray'; readonly basedir: string; readonly pid: number };

/**
 * A worker that runs is found whatever has become of its directory's settings, and of the file that names
 * its process.
 *
 * Errors: RunError for a directory that is no worker's.
 */
export async function findWorker(dir: string): Promise<FoundWorker> {
  const here = resolve(dir);
  const pidHere = await buildtrayIn(here);
  if (pidHere !== undefined) return { kind: 'buildtray', basedir: here, pid: pidHere };
  const basedir = await basedirOf(dir);
  const pid = basedir === here ? undefined : await buildtrayIn(basedir);
  if (pid !== undefined) return { kind: 'buildtray', basedir, pid };
  const twistdPid = await runningTwistd(basedir);
  if (twistdPid !== undefined) return { kind: 'buildbot-worker', basedir, pid: twistdPid };
  return { kind: 'none', basedir };
}

/** Who holds the directory, or else who answers there. */
async function buildtrayIn(basedir: string): Promise<number | undefined> {
  return (await runningPid(basedir)) ?? (await statusIfRunning(basedir))?.pid;
}

/** Whose process may be signalled to end a worker: one that is seen to hold the directory at this moment. */
export function holderOf({
  kind,
  basedir,
}: Exclude<FoundWorker, { kind: 'none' }>): Promise<number | undefined> {
  return kind === 'buildtray' ? runningPid(basedir) : runningTwistd(basedir);
}

/** Where the worker of a directory keeps its files. Errors: RunError. */
export async function basedirOf(dir: string): Promise<string> {
  const directory = await checkDirectory(dir);
  if (!directory.ok) throw runErrorOf(directory.problem);
  return basedirIn(directory.value);
}

/** The directory itself where its settings cannot be read: starting the worker reports why. */
function basedirIn({ dir, reading }: WorkerDirectory): string {
  // A password in the keyring makes no difference here, nor does that no worker is to start.
  const read = workerConfigFrom(reading, { password: 'not needed', mayBeOff: true });
  return read.ok ? read.value.config.basedir : dir;
}

/** A connection to a worker that runs. It is to be closed. */
export type Control = Pick<ControlClient, keyof ControlClient>;

/** Errors: RunError. */
export async function controlOf({ basedir, pid }: FoundBuildtray): Promise<Control> {
  const control = await openControl(basedir);
  if (control.ok) return control.value;
  if (control.problem.kind === 'trouble') throw runErrorOf(control.problem);
  throw new RunError(({ cli }) => cli.runningWorker.doesNotListen(basedir, pid));
}

/** What a running worker reports of itself; undefined where none of Buildtray runs, or it does not answer. */
export async function statusIfRunning(basedir: string): Promise<ControlStatus | undefined> {
  const control = await openControl(basedir);
  if (!control.ok) return undefined;
  const status = await control.value.status();
  control.value.close();
  return status.ok ? status.value : undefined;
}

type FoundBuildtray = Extract<FoundWorker, { kind: 'buildtray' }>;
