import { dirname } from 'node:path';
import { changeSettings } from '../basedir/change-settings.ts';
import { readSettings } from '../basedir/read-settings.ts';
import type { LogRotation, LogRotationChange } from '../contract/log/log-contract.ts';
import type { Problem } from '../contract/problem.ts';
import type { SettingView } from '../contract/settings-view.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import { logFilesOf } from '../logging/log-files.ts';
import type { WorkerLogger } from '../logging/writing/worker-logger.ts';
import type { Texts } from '../texts/texts.ts';
import { WORKER_DEFAULTS } from '../worker-settings/worker-defaults.ts';
import type { HostedWorker } from './hosted-worker.ts';

/** What of a worker its log's rotation concerns. */
export interface RotatedWorker extends Pick<HostedWorker, 'basedir' | 'logPath'> {
  /** Undefined while the directory cannot be used. */
  readonly logger: Pick<WorkerLogger, 'reconfigure'> | undefined;
}

/** How a worker's log is rotated, and how much of it lies on the disk. */
export async function rotationOf(
  { basedir, logPath }: RotatedWorker,
  { say }: Pick<Texts, 'say'>,
): Promise<LogRotation> {
  const [settings, files] = await Promise.all([
    readSettings(basedir),
    logFilesOf(dirname(logPath)),
  ]);
  const disk = {
    totalBytes: files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    files: files.length,
  };
  const { logSize = null, logCount = null } = WORKER_DEFAULTS;
  if (!settings.ok) return { logSize, logCount, whyFixed: say(settings.problem), ...disk };
  const views = settings.value.settings;
  const size = views.find(({ name }) => name === 'logSize');
  const count = views.find(({ name }) => name === 'logCount');
  const why = [size, count].find((view) => view?.kind === 'computed')?.problem;
  return {
    logSize: numberOf(size, logSize),
    logCount: numberOf(count, logCount),
    whyFixed: why && say(why),
    ...disk,
  };
}

/** Writes other limits into the directory; they apply to the running worker at once. */
export async function changeRotation(
  hosted: RotatedWorker,
  { logSize, logCount }: LogRotationChange,
): Promise<Outcome<void, Problem>> {
  const changed = await changeSettings(hosted.basedir, { logSize, logCount });
  if (!changed.ok) return failed(changed.problem.problem);
  const limits = { logSize: logSize ?? undefined, logCount: logCount ?? undefined };
  return (await hosted.logger?.reconfigure(limits)) ?? succeeded(undefined);
}

function numberOf(view: SettingView | undefined, otherwise: number | null): number | null {
  if (view?.kind !== 'set' && view?.kind !== 'default') return otherwise;
  return typeof view.value === 'number' ? view.value : null;
}
