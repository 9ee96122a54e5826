import { join } from 'node:path';
import { checkDirectory, type WorkerDirectory } from '../basedir/directory-check.ts';
import { acquireLock, type BasedirLock } from '../basedir/lock.ts';
import { watchShutdownStamp } from '../basedir/shutdown-stamp.ts';
import { workerConfigFrom } from '../basedir/tac/worker-config-from.ts';
import type { WorkerConfig } from '../contract/worker-config.ts';
import { collectHostinfo } from '../hostinfo/read-hostinfo.ts';
import type { Clock } from '../lib/clock.ts';
import { type Disposable, toDisposable } from '../lib/disposable.ts';
import type { Logger } from '../lib/logger.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import { dial } from '../transport/dial.ts';
import { Worker } from '../worker/worker.ts';

/** A log that is open until it is closed. */
export interface WorkerLog extends Logger {
  /** Resolves when all lines are written. */
  close(): Promise<void>;
}

export interface HostOptions {
  /** The directory that holds `buildbot.tac`. */
  readonly dir: string;
  /** Used instead of the file's, for a password that is kept elsewhere. */
  readonly password?: string | undefined;
  /** Buildtray's own version. */
  readonly version: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** Called once the directory is ours. */
  readonly openLog: (config: WorkerConfig) => WorkerLog;
}

/** A worker made from its directory, which nobody else runs meanwhile. It has not been started. */
export interface WorkerHost {
  readonly worker: Worker;
  readonly config: WorkerConfig;
  readonly log: WorkerLog;
  /** Stops the worker and lets go of the directory. */
  close(): Promise<void>;
}

/** Errors: one sentence why no worker can run there. */
export async function openWorkerHost(options: HostOptions): Promise<Outcome<WorkerHost, string>> {
  const directory = await checkDirectory(options.dir);
  if (!directory.ok) return directory;
  const read = workerConfigFrom(directory.value.reading, { password: options.password });
  if (!read.ok) return failed(read.problem.sentence);
  const { config, warnings } = read.value;
  if (config.protocol !== 'pb') {
    return failed(
      `${directory.value.tacPath}: the protocol ${config.protocol} is not spoken here yet; use pb, which every master speaks.`,
    );
  }
  const lock = await acquireLock(config.basedir);
  if (!lock.ok) return lock;
  return succeeded(hostFrom(options, directory.value, config, warnings, lock.value));
}

function hostFrom(
  { openLog, version, environment, clock }: HostOptions,
  directory: WorkerDirectory,
  config: WorkerConfig,
  warnings: readonly string[],
  lock: BasedirLock,
): WorkerHost {
  const log = openLog(config);
  for (const sentence of [...directory.notes, ...warnings]) log.log('warn', 'settings', sentence);
  const readHostinfo = () => readHostinfoOf(config, log);
  const services = { clock, logger: log, dial, version, environment, readHostinfo };
  const worker = new Worker({ config, services });
  const stampWatch = watchStampOf(config, worker, clock);
  return {
    ...{ worker, config, log },
    async close() {
      stampWatch.dispose();
      await worker.stop();
      await log.close();
      lock.dispose();
    },
  };
}

async function readHostinfoOf(
  { basedir }: WorkerConfig,
  logger: Logger,
): Promise<Readonly<Record<string, string>>> {
  const { files, problems } = await collectHostinfo(join(basedir, 'info'));
  for (const problem of problems) logger.log('warn', 'hostinfo', problem);
  return files;
}

function watchStampOf(config: WorkerConfig, worker: Worker, clock: Clock): Disposable {
  if (config.allowShutdown !== 'file') return toDisposable(() => {});
  const { basedir } = config;
  return watchShutdownStamp({
    ...{ basedir, clock },
    onRequest: () => void worker.shutDownGracefully(),
  });
}
