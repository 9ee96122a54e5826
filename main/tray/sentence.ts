import type {
  ConnectionProblemKind,
  DrainPurpose,
  PausedUntil,
  RunningCommand,
  WorkerStatus,
} from '../contract/worker-status.ts';
import { assertNever } from '../lib/assert-never.ts';

export const NO_WORKER_SENTENCE = 'No worker yet: open the window to add one';

/** What a worker is doing in one short sentence: tooltip, first row of the menu, head of the window. */
export function sentenceFrom(status: WorkerStatus, master: string, now: number): string {
  switch (status.kind) {
    case 'stopped':
      return status.why === undefined ? 'Stopped' : `Stopped. ${status.why}`;
    case 'connecting':
      return status.problem === undefined
        ? `Connecting to ${master}`
        : `${problemWords(status.problem.kind, master)}, ${nextTry(status.retryAt, now)}`;
    case 'idle':
      return `Idle, connected to ${master}`;
    case 'building':
      return `Building ${whatRuns(status.builders, status.commands, now)}`;
    case 'draining':
      return drainSentence(status.purpose, status.builders, status.commands, now);
    case 'paused':
      return `Paused ${pauseEnd(status.until, now)}`;
    case 'error':
      return status.retryAt === undefined
        ? problemWords(status.problem.kind, master)
        : `${problemWords(status.problem.kind, master)}, ${nextTry(status.retryAt, now)}`;
    default:
      return assertNever(status);
  }
}

/** Short, for a tooltip; the window shows the problem's own sentence. */
function problemWords(kind: ConnectionProblemKind, master: string): string {
  switch (kind) {
    case 'unknown-host':
      return `No host is known for ${master}`;
    case 'refused':
      return `${master} refuses connections`;
    case 'unreachable':
      return `${master} cannot be reached`;
    case 'timed-out':
      return `${master} does not answer`;
    case 'tls-refused':
      return `No safe connection to ${master} (TLS)`;
    case 'not-a-master':
      return `${master} is not a Buildbot master`;
    case 'wrong-password':
      return `${master} refuses the name or the password`;
    case 'duplicate-name':
      return `${master} has a worker of this name already`;
    case 'silent':
      return `${master} fell silent`;
    case 'closed-by-master':
      return `${master} closed the connection`;
    case 'protocol-error':
      return `${master} said what cannot be understood`;
    case 'proxy-refused':
      return `The proxy does not let through to ${master}`;
    case 'directory':
      return "The worker's directory cannot be used";
    default:
      return assertNever(kind);
  }
}

/** In steps of 5 s, so that an open menu is not made anew each second. */
function nextTry(retryAt: number | undefined, now: number): string {
  if (retryAt === undefined) return 'trying again';
  const seconds = Math.ceil((retryAt - now) / 5_000) * 5;
  if (seconds <= 5) return 'next try in a few seconds';
  return seconds < 120 ? `next try in ${seconds} s` : `next try in ${Math.round(seconds / 60)} min`;
}

function drainSentence(
  purpose: DrainPurpose,
  builders: readonly string[],
  commands: readonly RunningCommand[],
  now: number,
): string {
  const verb = { pause: 'Pausing', 'shut-down': 'Shutting down', quit: 'Quitting' }[purpose];
  const builds = builders.length > 1 ? 'the builds' : 'the build';
  return builders.length === 0
    ? `${verb} as soon as the master agrees`
    : `${verb} after ${builds} of ${whatRuns(builders, commands, now)}`;
}

/** Such as `linux: make all (3 min)`. */
function whatRuns(
  builders: readonly string[],
  commands: readonly RunningCommand[],
  now: number,
): string {
  const names = namesFrom(builders.length > 0 ? builders : commands.map((c) => c.builderName));
  const [command] = commands;
  if (builders.length > 1 || command === undefined) return names;
  return `${names}: ${shortened(command.summary)}${elapsedWords(now - command.startedAt)}`;
}

function namesFrom(builders: readonly string[]): string {
  const [first = '', second, ...others] = builders;
  if (second === undefined) return first;
  return others.length === 0
    ? `${first} and ${second}`
    : `${first} and ${others.length + 1} other builders`;
}

const LONGEST_SUMMARY = 60;

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > LONGEST_SUMMARY ? `${line.slice(0, LONGEST_SUMMARY - 1)}…` : line;
}

/** In whole minutes: what changes each second belongs into the window. */
function elapsedWords(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return '';
  return minutes < 60
    ? ` (${minutes} min)`
    : ` (${Math.floor(minutes / 60)} h ${minutes % 60} min)`;
}

function pauseEnd(until: PausedUntil, now: number): string {
  if (until === 'resumed') return 'until you resume';
  const end = new Date(until);
  const time = `${twoDigits(end.getHours())}:${twoDigits(end.getMinutes())}`;
  const days = daysBetween(new Date(now), end);
  if (days === 0) return `until ${time}`;
  return days === 1 ? `until tomorrow, ${time}` : `until ${end.toLocaleDateString()}, ${time}`;
}

function daysBetween(from: Date, to: Date): number {
  const midnight = (date: Date) =>
    Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000;
  return midnight(to) - midnight(from);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
