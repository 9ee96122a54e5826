import { constants } from 'node:os';
import { openFileLimitOf } from './descriptors/open-file-limit.ts';

/** Signals that a start script may ignore on purpose: `nohup` the first, a shell's `&` the others. */
const IGNORABLE = ['SIGHUP', 'SIGINT', 'SIGQUIT'] as const;
export type IgnorableSignal = (typeof IGNORABLE)[number];

/** What Node and Chromium change of a process before any script of ours runs. */
export interface StartedWith {
  /** The soft limit of open files; undefined where it is unknown. */
  readonly openFiles: number | undefined;
  /** Those that whoever started this process has it ignore. */
  readonly ignored: ReadonlySet<IgnorableSignal>;
}

/** `PID LIMIT MASK`, as the shell saw them that became this process: see scripts/build/start-lines.mjs. */
export const STARTED_WITH_VARIABLE = 'BUILDTRAY_STARTED_WITH';

let known: StartedWith | undefined;

/** Asked first before others of this program's processes are started. */
export function startedWith(): StartedWith {
  known ??= startedWithFrom(process.env[STARTED_WITH_VARIABLE]) ?? {
    openFiles: limitOfParent(),
    ignored: new Set(),
  };
  return known;
}

/** From a note for this process, or for the one that started it as part of the same program. */
export function startedWithFrom(
  note: string | undefined,
  pids: readonly number[] = [process.pid, process.ppid],
): StartedWith | undefined {
  const [, pid, limit, mask] = /^(\d+) (\d+|unlimited|-) ([0-9a-f]*)$/.exec(note ?? '') ?? [];
  if (limit === undefined || mask === undefined || !pids.includes(Number(pid))) return undefined;
  const bits = BigInt(`0x0${mask}`);
  const ignored = IGNORABLE.filter((signal) => (bits & maskOf(signal)) !== 0n);
  return { openFiles: limitFrom(limit), ignored: new Set(ignored) };
}

/** The note by which a process that this one starts knows the same. */
export function startedWithNote({ openFiles, ignored } = startedWith()): string {
  const bits = [...ignored].reduce((mask, signal) => mask | maskOf(signal), 0n);
  const limit = openFiles === Number.POSITIVE_INFINITY ? 'unlimited' : (openFiles ?? '-');
  return `${process.pid} ${limit} ${bits.toString(16)}`;
}

function maskOf(signal: IgnorableSignal): bigint {
  return 1n << BigInt(constants.signals[signal] - 1);
}

function limitFrom(text: string): number | undefined {
  if (text === '-') return undefined;
  return text === 'unlimited' ? Number.POSITIVE_INFINITY : Number(text);
}

/** Without a note: a parent with the same hard limit has given us its soft one. */
function limitOfParent(): number | undefined {
  const own = openFileLimitOf();
  const parent = openFileLimitOf(process.ppid);
  return own && parent && own.hard === parent.hard ? Math.min(own.soft, parent.soft) : own?.soft;
}
