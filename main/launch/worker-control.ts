import type { Problem } from '../contract/problem.ts';
import type {
  ConnectionProblem,
  RunningCommand,
  WorkerStatus,
} from '../contract/worker/worker-status.ts';
import type { ControlTarget } from '../control/control-server.ts';
import type { ControlStatus, Host } from '../control/control-status.ts';
import type { Reloaded } from '../control/reloaded.ts';
import type { Outcome } from '../lib/outcome.ts';
import { hideSecrets } from '../logging/hide-secrets.ts';
import type { WorkerLogger } from '../logging/worker-logger.ts';
import type { Worker } from '../worker/worker.ts';
import type { WorkerConfig } from '../worker-settings/worker-config.ts';
import { hiddenProblem } from './hidden-problem.ts';
import { masterNameOf } from './master-name-of.ts';
import { BUILDTRAY_VERSION } from './version.ts';

export interface WorkerControlOptions {
  /** As it is now; so are the secrets. */
  readonly config: () => WorkerConfig;
  readonly worker: Worker;
  readonly logger: WorkerLogger;
  readonly logPath: string;
  readonly host: Host;
  /** Texts that nobody outside may see. */
  readonly secrets: () => readonly string[];
  /** What a request from outside to stop does. */
  readonly stop: () => void;
  /** What a request from outside to reload does. */
  readonly reload: () => Promise<Outcome<Reloaded, Problem>>;
  /** What a request from outside to forget the builds does. */
  readonly clearBuilds: () => Promise<Outcome<number, Problem>>;
}

type Hide = (text: string) => string;

/** What those outside may see of a worker and ask of it. */
export function workerControl(options: WorkerControlOptions): ControlTarget {
  const { worker, logger } = options;
  const startedAt = Date.now();
  const hide: Hide = (text) => hideSecrets(text, options.secrets());
  const note = (wish: string): void => logger.log('info', 'control', `asked from outside: ${wish}`);
  return {
    status: () => controlStatus(options, startedAt, hide),
    onStatusChanged: (listener) => worker.onStatusChanged(listener),
    connect: () => {
      note('connect');
      connectOrHurry(worker);
    },
    stop: () => {
      note('stop');
      options.stop();
    },
    shutDownGracefully: () => {
      note('shut down gracefully');
      return worker.shutDownGracefully('shut-down');
    },
    pause: (until) => {
      note('pause');
      return worker.pause(until);
    },
    resume: () => {
      note('resume');
      worker.resume();
    },
    cancelDrain: () => {
      note('go on taking builds');
      worker.cancelDrain();
    },
    reconnect: () => {
      note('connect anew');
      worker.reconnect('at-gap');
    },
    rotateLog: () => {
      note('begin a new log');
      return logger.rotate();
    },
    reload: () => {
      note('read the settings anew');
      return options.reload();
    },
    clearBuilds: () => {
      note('forget the builds');
      return options.clearBuilds();
    },
  };
}

function connectOrHurry(worker: Worker): void {
  const { kind } = worker.status;
  if (kind === 'stopped' || kind === 'paused') worker.start();
  else if (kind === 'connecting' || kind === 'error') worker.wake('somebody asks for it');
}

function controlStatus(
  { config, worker, logPath, host, secrets }: WorkerControlOptions,
  startedAt: number,
  hide: Hide,
): ControlStatus {
  const { basedir, workerName, protocol, master } = config();
  const leftRunning = worker.leftProcesses.pids;
  return {
    version: BUILDTRAY_VERSION,
    pid: process.pid,
    host,
    startedAt,
    basedir,
    workerName,
    protocol,
    logPath,
    master: masterNameOf(master, secrets()),
    status: withoutSecrets(worker.status, hide),
    ...(worker.lastHeardAt === undefined ? {} : { lastHeardAt: worker.lastHeardAt }),
    ...(worker.builders.length === 0 ? {} : { builders: worker.builders }),
    ...(leftRunning.length === 0 ? {} : { leftRunning }),
  };
}

/** Texts that come from settings, or from what a master said. */
function withoutSecrets(status: WorkerStatus, hide: Hide): WorkerStatus {
  switch (status.kind) {
    case 'stopped':
      return { ...status, why: status.why && hiddenProblem(status.why, hide) };
    case 'connecting':
      return { ...status, problem: status.problem && problemWithout(status.problem, hide) };
    case 'error':
      return { ...status, problem: problemWithout(status.problem, hide) };
    case 'building':
    case 'draining':
      return {
        ...status,
        commands: status.commands.map((command) => commandWithout(command, hide)),
      };
    default:
      return status;
  }
}

function problemWithout({ kind, problem }: ConnectionProblem, hide: Hide): ConnectionProblem {
  return { kind, problem: hiddenProblem(problem, hide) };
}

function commandWithout(command: RunningCommand, hide: Hide): RunningCommand {
  return { ...command, summary: hide(command.summary) };
}
