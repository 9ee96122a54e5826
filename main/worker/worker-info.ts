import { cpus } from 'node:os';
import { COMMAND_NAMES } from './commands/find-command.ts';
import { environmentForMaster } from './environment/environment-for-master.ts';

/** The command version that every master from 0.9 on takes for complete. */
const COMMAND_VERSION = '3.3';

/** The Buildbot release whose worker this one re-implements; masters only show it. */
export const BUILDBOT_VERSION = '4.3.0';

export interface WorkerInfoSources {
  readonly basedir: string;
  readonly numcpus: number | undefined;
  readonly deleteLeftoverDirs: boolean;
  /** Buildtray's own version. */
  readonly version: string;
  /** What builds see; the master receives a part of it. */
  readonly environment: Readonly<Record<string, string>>;
  /** The files under `info/` and the `os_…` values, by name. */
  readonly hostinfo: Readonly<Record<string, string>>;
}

/** What the master gets to know of this worker when it attaches. */
export interface WorkerInfo extends Readonly<Record<string, WorkerInfoValue>> {
  readonly basedir: string;
  readonly version: string;
}
export type WorkerInfoValue = string | number | boolean | Readonly<Record<string, string>>;

export function workerInfoFrom(sources: WorkerInfoSources): WorkerInfo {
  return {
    ...sources.hostinfo,
    environ: environmentForMaster(sources.environment),
    system: process.platform === 'win32' ? 'nt' : 'posix',
    basedir: sources.basedir,
    numcpus: sources.numcpus ?? Math.max(1, cpus().length),
    version: versionText(sources.version),
    worker_commands: commandVersions(),
    // A number, as the Python worker's own buildbot.tac has it.
    delete_leftover_dirs: sources.deleteLeftoverDirs ? 1 : 0,
  };
}

/** `4.3.0 (buildtray 0.1.0)`: the first word is what an administrator compares. */
function versionText(version: string): string {
  return `${BUILDBOT_VERSION} (buildtray ${version})`;
}

export function commandVersions(): Readonly<Record<string, string>> {
  return Object.fromEntries(COMMAND_NAMES.map((name) => [name, COMMAND_VERSION]));
}
