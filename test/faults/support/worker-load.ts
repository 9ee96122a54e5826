import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Maker } from '../../interop/support/interop-worker.ts';
import { ManagedProcess } from '../../interop/support/managed-process.ts';
import { waitFor } from '../../support/wait-for.ts';

const WATCH = fileURLToPath(new URL('loop-watch.mjs', import.meta.url));
const PROBE = fileURLToPath(new URL('status-probe.ts', import.meta.url));
/** Written to a process's `clear_refs`, it makes the kernel count the peak again. */
const RESETS_PEAK = '5';
const MOST_MIB = 2048;
const LOOK_MS = 100;

/** A worker's process that was started with `watchedEnvironment`. */
export interface WatchedWorker {
  readonly by: Maker;
  readonly dir: string;
  readonly home: string;
  readonly process: ManagedProcess;
}

/** In ms, by the clock and in processor time: on a busy machine the first is longer. */
export interface Held {
  readonly clockMs: number;
  readonly processorMs: number;
}

/** What something cost a worker's process. */
export interface Load {
  /** The most memory that it held at a time, and what it held before. */
  readonly peakMib: number;
  readonly beforeMib: number;
  /** The longest time for which its loop did nothing else; undefined where that cannot be seen. */
  readonly held: Held | undefined;
  /** Its slowest answer to `status`, over its control socket; undefined where it has none. */
  readonly statusMs: number | undefined;
  /** It held so much memory that it was ended. */
  readonly isEnded: boolean;
}

/** What a worker's environment needs for `loadOf`. */
export function watchedEnvironment(by: Maker, home: string): Readonly<Record<string, string>> {
  if (by === 'python') return {};
  return { NODE_OPTIONS: `--import=${WATCH}`, LOOP_WATCH_FILE: fileIn(home) };
}

/** What `work` costs a worker, which is ended when it holds 2 GiB. Linux. */
export async function loadOf(worker: WatchedWorker, work: () => Promise<unknown>): Promise<Load> {
  const probe = worker.by === 'python' ? undefined : await StatusProbe.start(worker.dir);
  await heldOf(worker);
  await writeFile(`/proc/${worker.process.pid}/clear_refs`, RESETS_PEAK);
  const beforeMib = await peakOf(worker);
  const watch = new MemoryWatch(worker);
  try {
    await Promise.race([work(), watch.ended]);
  } finally {
    watch.stop();
  }
  const isEnded = !worker.process.isRunning;
  return {
    beforeMib,
    peakMib: isEnded ? MOST_MIB : await peakOf(worker),
    held: isEnded ? undefined : await heldOf(worker),
    statusMs: await probe?.slowestMs(),
    isEnded,
  };
}

/** Ends a worker that holds too much. */
class MemoryWatch {
  /** Settles when it was ended. */
  readonly ended: Promise<void>;
  #isOver = false;

  constructor(worker: WatchedWorker) {
    this.ended = this.#watch(worker);
  }

  stop(): void {
    this.#isOver = true;
  }

  async #watch(worker: WatchedWorker): Promise<void> {
    while (!this.#isOver && worker.process.isRunning) {
      if ((await peakOf(worker)) >= MOST_MIB) worker.process.signal('SIGKILL');
      await delay(LOOK_MS);
    }
    if (this.#isOver) await new Promise(() => {});
  }
}

class StatusProbe {
  readonly #process: ManagedProcess;

  private constructor(process: ManagedProcess) {
    this.#process = process;
  }

  static async start(dir: string): Promise<StatusProbe> {
    const args = ['--experimental-strip-types', '--no-warnings', PROBE, dir];
    const env = { PATH: process.env.PATH ?? '' };
    const probe = new ManagedProcess({ program: process.execPath, args, env });
    await waitFor(() => {
      if (!probe.output.startsWith('ready')) throw new Error(`no probe: ${probe.output}`);
    });
    return new StatusProbe(probe);
  }

  async slowestMs(): Promise<number> {
    await this.#process.stop();
    return Number(this.#process.output.split('\n')[1]);
  }
}

async function peakOf({ process }: WatchedWorker): Promise<number> {
  const status = await readFile(`/proc/${process.pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024;
}

/** For how long the loop was held at most since this was asked last. */
async function heldOf({ by, home, process }: WatchedWorker): Promise<Held | undefined> {
  if (by === 'python') return undefined;
  const path = fileIn(home);
  await rm(path, { force: true });
  process.signal('SIGUSR2');
  return waitFor(async () => JSON.parse(await readFile(path, 'utf8')) as Held);
}

function fileIn(home: string): string {
  return join(home, 'loop-held');
}
