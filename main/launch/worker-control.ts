import type { StateChange } from '../contract/worker/state-change.ts';
import type {
  ConnectionProblem,
  RunningCommand,
  WorkerStatus,
} from '../contract/worker/worker-status.ts';
import type { ControlTarget } from '../control/control-server.ts';
import type { ControlStatus, Host } from '../control/control-status.ts';
import type { Logger } from '../logging/logger.ts';
import { hideSecrets } from '../logging/writing/hide-secrets.ts';
import type { Worker } from '../worker/worker.ts';
import type { WorkerConfig } from '../worker-settings/worker-config.ts';
import { BUILDTRAY_VERSION } from './buildtray-version.ts';
import { hiddenProblem } from './hidden-problem.ts';
import { masterNameOf } from './master-name-of.ts';

/** What is shown of a worker. */
interface ShownWorker
  extends Pick<Worker, 'status' | 'onStatusChanged' | 'lastHeardAt' | 'builders'> {
  readonly leftProcesses: Pick<Worker['leftProcesses'], 'pids'>;
}

export interface WorkerControlOptions {
  /** As it is now; so are the secrets. */
  readonly config: () => WorkerConfig;
  readonly worker: ShownWorker;
  readonly logger: Logger;
  readonly logPath: string;
  readonly host: Host;
  /** The last states, oldest first. */
  readonly states: () => readonly StateChange[];
  /** Texts that nobody outside may see. */
  readonly secrets: () => readonly string[];
  /** Performs a request from outside. */
  readonly perform: ControlTarget['perform'];
  /** Reads the directory again at a request from outside. */
  readonly reload: ControlTarget['reload'];
  /** Forgets the builds at a request from outside. */
  readonly clearBuilds: ControlTarget['clearBuilds'];
}

type Hide = (text: string) => string;

/** What the control socket shows of a worker, and passes on to it. */
export function workerControl(options: WorkerControlOptions): ControlTarget {
  const { worker, logger, perform, reload, clearBuilds } = options;
  const startedAt = Date.now();
  const hide: Hide = (text) => hideSecrets(text, options.secrets());
  return {
    status: () => controlStatus(options, startedAt, hide),
    states: () => options.states().map((change) => changeWithout(change, hide)),
    onStatusChanged: (listener) => worker.onStatusChanged(listener),
    note: (request, pid) => {
      const asker = pid === undefined ? '' : ` (process ${pid})`;
      logger.log('info', 'control', `requested from outside: ${request}${asker}`);
    },
    perform,
    reload,
    clearBuilds,
  };
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

/** Texts that come from settings, or from a master. */
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

function changeWithout({ problem, ...change }: StateChange, hide: Hide): StateChange {
  return { ...change, problem: problem && hiddenProblem(problem, hide) };
}

function commandWithout(command: RunningCommand, hide: Hide): RunningCommand {
  return { ...command, summary: hide(command.summary) };
}
