import { execFile } from 'node:child_process';
import { closeSync, constants, openSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Both ends of a pipe; the caller that takes it closes them. */
export interface Pipe {
  /** Does not block. */
  readonly readFd: number;
  readonly writeFd: number;
}

/** Which end stays with us: that one must not block, the other must. */
export type OurEnd = 'read' | 'write';

/** Making them starts a program, so that it pays to make many. */
const PIPES_AT_ONCE = 48;
const REFILL_BELOW = 6;
const run = promisify(execFile);

/**
 * Real pipes for the standard streams of processes, on Linux.
 *
 * Node gives a child sockets. Linux refuses to open those through /dev/stdout or /dev/stderr, which
 * build scripts do all the time (`tee /dev/stderr`). There is no call for a pipe in Node, but there
 * are FIFOs: made several at once, unlinked at once, and opened a second time through /proc.
 */
class PipePool {
  /** FIFOs without a name, each open for reading and writing. */
  readonly #fifos: number[] = [];
  #refilling: Promise<void> | undefined;
  #isUnavailable = process.platform !== 'linux';

  /** A pipe, or undefined where the system has none to give: use what Node offers. */
  async take(ourEnd: OurEnd): Promise<Pipe | undefined> {
    if (this.#fifos.length === 0 && !this.#isUnavailable) await this.#refill();
    const fifo = this.#fifos.pop();
    if (fifo === undefined) return undefined;
    if (this.#fifos.length < REFILL_BELOW) void this.#refill();
    try {
      return openEnds(fifo, ourEnd);
    } catch {
      this.#isUnavailable = true;
      return undefined;
    } finally {
      closeSync(fifo);
    }
  }

  /** Closes what was kept ready. */
  dispose(): void {
    this.#isUnavailable = true;
    for (const fifo of this.#fifos.splice(0)) closeSync(fifo);
  }

  #refill(): Promise<void> {
    this.#refilling ??= this.#makeFifos().finally(() => {
      this.#refilling = undefined;
    });
    return this.#refilling;
  }

  async #makeFifos(): Promise<void> {
    let directory: string | undefined;
    try {
      directory = await mkdtemp(join(tmpdir(), 'buildtray-pipes-'));
      const paths = Array.from({ length: PIPES_AT_ONCE }, (_, n) => join(directory ?? '', `${n}`));
      await run('mkfifo', ['-m', '600', ...paths]);
      for (const path of paths) this.#fifos.push(openSync(path, constants.O_RDWR));
    } catch {
      // No mkfifo, no place for it, or no more descriptors: sockets do for nearly everything.
      this.#isUnavailable = this.#fifos.length === 0;
    } finally {
      if (directory !== undefined) await rm(directory, { recursive: true, force: true });
    }
  }
}

/** The one pool of this program. */
export const pipePool = new PipePool();

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
