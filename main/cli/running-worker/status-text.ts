import type { RunningCommand, WorkerStatus } from '../../contract/worker/worker-status.ts';
import type { ControlStatus } from '../../control/control-status.ts';
import { assertNever } from '../../lib/assert-never.ts';

/** What `buildtray status` prints. */
export function statusText(found: ControlStatus, now: number): string {
  const { version, pid, host, startedAt, basedir, workerName, master, status, logPath } = found;
  const by = host === 'tray' ? 'the tray app' : 'the command line';
  const rows: readonly (readonly [string, string])[] = [
    ['worker', `${workerName} in ${basedir}`],
    ['state', stateText(status, now)],
    ['master', `${master}${heardText(found.lastHeardAt, now)}`],
    ...runningRows(found, now),
    ...leftRows(found),
    ['process', `${pid} of ${by}, Buildtray ${version}, for ${durationText(now - startedAt)}`],
    ['log', logPath],
  ];
  return rows.map(([name, text]) => `${name.padEnd(9)} ${text}`).join('\n');
}

/** What a draining worker waits for; empty for one that does not drain. */
export function waitsForText({ status }: ControlStatus, now: number): string {
  if (status.kind !== 'draining') return '';
  const { builders, commands } = status;
  if (builders.length === 0) return 'waiting for the master to let the worker go';
  const running = commands.map((command) => commandText(command, now)).join(', ');
  return `waiting for ${builders.join(', ')}${running === '' ? '' : ` (${running})`}`;
}

function stateText(status: WorkerStatus, now: number): string {
  switch (status.kind) {
    case 'stopped':
      return status.why === undefined ? 'stopped' : `stopped. ${status.why.sentence}`;
    case 'connecting':
      return `connecting, try ${status.attempt}${troubleText(status.problem?.sentence, status.retryAt, now)}`;
    case 'error':
      return `error${troubleText(status.problem.sentence, status.retryAt, now)}`;
    case 'idle':
    case 'building':
      return status.kind;
    case 'draining':
      return `${DRAINS[status.purpose]} for ${durationText(now - status.since)}`;
    case 'paused':
      return status.until === 'resumed'
        ? 'paused until it is resumed'
        : `paused until ${new Date(status.until).toLocaleString()}`;
    default:
      return assertNever(status);
  }
}

const DRAINS = {
  pause: 'pausing after the running builds,',
  'shut-down': 'shutting down after the running builds,',
  quit: 'quitting after the running builds,',
} as const;

function troubleText(
  sentence: string | undefined,
  retryAt: number | undefined,
  now: number,
): string {
  const next =
    retryAt === undefined ? '' : ` Next try in ${durationText(Math.max(0, retryAt - now))}.`;
  return sentence === undefined ? next : `: ${sentence}${next}`;
}

function heardText(lastHeardAt: number | undefined, now: number): string {
  return lastHeardAt === undefined ? '' : `, last heard ${durationText(now - lastHeardAt)} ago`;
}

function runningRows({ status, builders }: ControlStatus, now: number): [string, string][] {
  if (!('builders' in status)) return [];
  const all: [string, string] = ['builders', (builders ?? status.builders).join(', ') || 'none'];
  if (status.kind === 'idle') return [all];
  const between = status.builders.filter(
    (name) => !status.commands.some(({ builderName }) => builderName === name),
  );
  return [
    all,
    ...status.commands.map((command): [string, string] => ['runs', commandText(command, now)]),
    ...between.map((name): [string, string] => ['runs', `${name}, between two steps`]),
  ];
}

/** What could not be ended is listed, not hidden. */
function leftRows({ leftRunning = [] }: ControlStatus): [string, string][] {
  if (leftRunning.length === 0) return [];
  return [['left', `processes ${leftRunning.join(', ')}, which could not be ended`]];
}

function commandText({ builderName, summary, startedAt }: RunningCommand, now: number): string {
  return `${builderName}: ${summary}, for ${durationText(now - startedAt)}`;
}

/** Such as `4 s`, `12 min` or `3 h 5 min`. */
export function durationText(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 120) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48
    ? `${hours} h ${minutes % 60} min`
    : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}
