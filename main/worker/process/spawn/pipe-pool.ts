import { execFile } from 'node:child_process';
import { closeSync, constants, openSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { messageOf } from '../../../lib/message-of.ts';
import { openFileLimitOf } from '../../../system/descriptors/open-file-limit.ts';
import { isOutOfRoom } from '../../../system/descriptors/spare-descriptors.ts';

/** Both ends of a pipe; the caller that takes it closes them. */
export interface Pipe {
  /** Does not block where it stays with us. */
  readonly readFd: number;
  readonly writeFd: number;
}

/** Which end stays with us: that one must not block, the other must. */
export type OurEnd = 'read' | 'write';

/** Pipes for the standard streams of one process. */
export interface StreamPipes {
  readonly stdin: Pipe;
  readonly stdout: Pipe;
  readonly stderr: Pipe;
}

/** Making them starts a program, so that it pays to make many; but they must not be most of what is left. */
const MOST_PIPES_AT_ONCE = 48;
const FEWEST_PIPES_AT_ONCE = 3;
const PART_OF_LIMIT = 1 / 16;
const REFILL_BELOW = 6;
/** How long the system's own streams serve, after making pipes has failed. */
const RETRY_MS = 10_000;
const run = promisify(execFile);

/**
 * Real pipes for the standard streams of processes, on Linux.
 *
 * Node gives a child sockets. Linux refuses to open those through /dev/stdout or /dev/stderr, which
 * build scripts do all the time (`tee /dev/stderr`). There is no call for a pipe in Node, but there
 * are FIFOs: made several at once, unlinked at once, and opened a second time through /proc.
 */
export class PipePool {
  /** FIFOs without a name, each open for reading and writing. */
  readonly #fifos: number[] = [];
  readonly #makePaths: MakeFifos;
  readonly #nowMs: () => number;
  #refilling: Promise<void> | undefined;
  #isDisposed = process.platform !== 'linux';
  #failedAtMs: number | undefined;
  #isTroubleKnown = false;
  /** A change that nobody has been notified of. */
  #news: string | undefined;

  constructor(makePaths: MakeFifos = makeFifoPaths, nowMs = () => performance.now()) {
    this.#makePaths = makePaths;
    this.#nowMs = nowMs;
  }

  /**
   * Pipes for a process, all or none; undefined where the system has none to give at the moment: use what
   * Node offers. `report` gets a sentence when that begins and when it is over.
   *
   * Errors: rejects with the system's error where no descriptor is left. Nothing is taken then.
   */
  async takeForStreams(report: (sentence: string) => void): Promise<StreamPipes | undefined> {
    const taken: Pipe[] = [];
    try {
      for (const ourEnd of ['write', 'read', 'read'] as const) {
        const pipe = await this.take(ourEnd);
        if (pipe) taken.push(pipe);
      }
    } catch (error) {
      closePipes(taken);
      // What is kept ready may be what is missing.
      this.giveBack();
      throw error;
    }
    this.#announce(report);
    const [stdin, stdout, stderr] = taken;
    if (stdin && stdout && stderr) return { stdin, stdout, stderr };
    closePipes(taken);
    return undefined;
  }

  /** One pipe; as `takeForStreams`. */
  async take(ourEnd: OurEnd): Promise<Pipe | undefined> {
    if (this.#fifos.length === 0) await this.#refill();
    const fifo = this.#fifos.pop();
    if (fifo === undefined) return undefined;
    try {
      return openEnds(fifo, ourEnd);
    } catch (error) {
      if (isOutOfRoom(error)) throw error;
      this.#failed(error);
      return undefined;
    } finally {
      closeSync(fifo);
      if (this.#fifos.length < REFILL_BELOW) this.#refillAhead();
    }
  }

  /** Closes what is kept ready. */
  giveBack(): void {
    for (const fifo of this.#fifos.splice(0)) closeSync(fifo);
  }

  /** Gives no more. */
  dispose(): void {
    this.#isDisposed = true;
    this.giveBack();
  }

  #refill(): Promise<void> {
    this.#refilling ??= this.#makeFifos().finally(() => {
      this.#refilling = undefined;
    });
    return this.#refilling;
  }

  /** Its failure shows to the one who needs a pipe and finds none. */
  #refillAhead(): void {
    if (pipesAtOnce() > REFILL_BELOW) this.#refill().catch(() => {});
  }

  async #makeFifos(): Promise<void> {
    const isTooSoon = this.#failedAtMs !== undefined && this.#nowMs() - this.#failedAtMs < RETRY_MS;
    if (this.#isDisposed || isTooSoon) return;
    try {
      await this.#makePaths(pipesAtOnce(), (path) => {
        this.#fifos.push(openSync(path, constants.O_RDWR));
      });
      this.#works();
    } catch (error) {
      if (this.#fifos.length > 0) return;
      // Sockets take as many descriptors: who needs some has to wait.
      if (isOutOfRoom(error)) throw error;
      this.#failed(error);
    }
    if (this.#isDisposed) this.giveBack();
  }

  #failed(error: unknown): void {
    this.#failedAtMs = this.#nowMs();
    if (this.#isTroubleKnown) return;
    this.#isTroubleKnown = true;
    this.#news =
      'no pipes can be made for commands, which get sockets until they can: those cannot be opened ' +
      `as /dev/stdout or /dev/stderr (${reasonOf(error)})`;
  }

  #works(): void {
    this.#failedAtMs = undefined;
    if (!this.#isTroubleKnown) return;
    this.#isTroubleKnown = false;
    this.#news = 'pipes can be made for commands again';
  }

  #announce(report: (sentence: string) => void): void {
    if (this.#news !== undefined) report(this.#news);
    this.#news = undefined;
  }
}

/** The one pool of this program. */
export const pipePool = new PipePool();

export function closePipes(pipes: Iterable<Pipe>): void {
  for (const pipe of pipes) {
    closeSync(pipe.readFd);
    closeSync(pipe.writeFd);
  }
}

function pipesAtOnce(): number {
  const { soft } = openFileLimitOf() ?? { soft: Number.POSITIVE_INFINITY };
  const share = Math.floor(soft * PART_OF_LIMIT);
  return Math.max(FEWEST_PIPES_AT_ONCE, Math.min(MOST_PIPES_AT_ONCE, share));
}

/** Makes so many FIFOs, hands out the path of each, and leaves none of them. */
type MakeFifos = (count: number, onMade: (path: string) => void) => Promise<void>;

/** TMPDIR may be wrong, full or gone; a FIFO needs no more than an inode anywhere. */
async function makeFifoPaths(count: number, onMade: (path: string) => void): Promise<void> {
  const failures: unknown[] = [];
  for (const place of new Set([tmpdir(), '/dev/shm', '/tmp', '/var/tmp'])) {
    try {
      return await makeFifosIn(place, count, onMade);
    } catch (error) {
      if (isOutOfRoom(error)) throw error;
      failures.push(error);
    }
  }
  throw failures[0];
}

async function makeFifosIn(
  place: string,
  count: number,
  onMade: (path: string) => void,
): Promise<void> {
  const directory = await mkdtemp(join(place, 'buildtray-pipes-'));
  try {
    const paths = Array.from({ length: count }, (_, n) => join(directory, `${n}`));
    await run('mkfifo', ['-m', '600', ...paths]);
    for (const path of paths) onMade(path);
  } finally {
    await rm(directory, { recursive: true, force: true }).catch(() => {});
  }
}

/** Of a program that failed its own words; the command line would be dozens of paths. */
function reasonOf(error: unknown): string {
  const printed = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
  return (printed || messageOf(error)).split('\n', 1)[0] ?? '';
}

/** These calls look at memory, not at a disk: waiting for a thread would take longer. */
function openEnds(fifo: number, ourEnd: OurEnd): Pipe {
  const path = `/proc/self/fd/${fifo}`;
  const { O_RDONLY, O_WRONLY, O_NONBLOCK } = constants;
  const readFd = openSync(path, ourEnd === 'read' ? O_RDONLY | O_NONBLOCK : O_RDONLY);
  try {
    const writeFd = openSync(path, ourEnd === 'write' ? O_WRONLY | O_NONBLOCK : O_WRONLY);
    return { readFd, writeFd };
  } catch (error) {
    closeSync(readFd);
    throw error;
  }
}
