import { close, read } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as delay } from 'node:timers/promises';
import { messageOf } from '../../../lib/message-of.ts';
import { requireDescriptors } from '../../../system/descriptors/spare-descriptors.ts';
import { withUmask } from '../../with-umask.ts';
import { type Child, type ChildExit, type ChildOptions, ChildStartError } from './child.ts';

const TERMINAL_DESCRIPTORS = 2;

/**
 * Starts a program on a terminal of its own, as leader of its session.
 *
 * It takes the native half of node-pty only: its JavaScript half sets TERM, and drops what is unread
 * 0.2 s after the exit, which a master that cannot keep up would notice.
 *
 * The program is one that `programFor` found: a terminal reports a missing one only as an exit.
 *
 * Errors: ChildStartError where there are no terminals; the system's where no descriptor is left.
 */
export async function spawnPty(options: ChildOptions): Promise<Child> {
  // The forked process takes two, and its failure has no code.
  requireDescriptors(TERMINAL_DESCRIPTORS);
  try {
    return new PtyChild(loadNative(), options);
  } catch (error) {
    throw new ChildStartError(`no terminal for ${options.file}: ${messageOf(error)}`, {
      cause: error,
    });
  }
}

/** The part of node-pty's native module that is used here; it has no types of its own. */
interface NativePty {
  fork(
    file: string,
    args: readonly string[],
    environment: readonly string[],
    workdir: string,
    columns: number,
    rows: number,
    uid: number,
    gid: number,
    isUtf8: boolean,
    helperPath: string,
    onExit: (code: number, signal: number) => void,
  ): { readonly fd: number; readonly pid: number };
}

/** As for any terminal without a window; programs then take their own default. */
const NO_SIZE = 0;
const SAME_USER = -1;

function loadNative(): NativePty {
  const require = createRequire(import.meta.url);
  const { requireBinary } = require('@lydell/node-pty/requireBinary.js') as {
    requireBinary(file: string): NativePty;
  };
  return requireBinary('pty.node');
}

/** macOS starts programs through a helper beside the native module. */
function helperPath(): string {
  if (process.platform !== 'darwin') return '';
  const { resolve } = createRequire(import.meta.url);
  const path = resolve(`@lydell/node-pty-darwin-${process.arch}/spawn-helper`);
  return path.replace('app.asar', 'app.asar.unpacked');
}

/** One read takes at most what the kernel keeps for a terminal. */
const BLOCK_BYTES = 4096;
const FIRST_PAUSE_MS = 1;
const LONGEST_PAUSE_MS = 32;

/**
 * The terminal is read by looking again and again, more seldom while it is silent. Waiting for events,
 * as `tty.ReadStream` does, loses the end of the output: libuv takes a short read together with the
 * hang-up for the end of the stream, and a terminal hands out its last blocks in short reads.
 */
class PtyChild implements Child {
  readonly pid: number;
  readonly exited: Promise<ChildExit>;
  readonly ended: Promise<ChildExit>;
  readonly #fd: number;
  readonly #onOutput: ChildOptions['onOutput'];
  #pause: { readonly over: Promise<void>; readonly end: () => void } | undefined;
  #isLetGo = false;

  constructor(native: NativePty, options: ChildOptions) {
    let onExit: (exit: ChildExit) => void = () => {};
    this.exited = new Promise<ChildExit>((resolve) => {
      onExit = resolve;
    });
    const { pid, fd } = withUmask(options.umask, () =>
      native.fork(
        options.file,
        options.args,
        Object.entries(options.environment).map(([name, value]) => `${name}=${value}`),
        options.workdir,
        NO_SIZE,
        NO_SIZE,
        SAME_USER,
        SAME_USER,
        true,
        helperPath(),
        (code, signal) => onExit(signal ? { code: null, signal } : { code, signal: null }),
      ),
    );
    this.pid = pid;
    this.#fd = fd;
    this.#onOutput = options.onOutput;
    this.ended = this.#readToEnd().then(() => this.exited);
  }

  pause(): void {
    if (this.#pause) return;
    let end = (): void => {};
    const over = new Promise<void>((resolve) => {
      end = resolve;
    });
    this.#pause = { over, end };
  }

  resume(): void {
    this.#pause?.end();
    this.#pause = undefined;
  }

  letGo(): void {
    this.#isLetGo = true;
    this.resume();
  }

  async #readToEnd(): Promise<void> {
    let silenceMs = FIRST_PAUSE_MS;
    while (!this.#isLetGo) {
      await this.#pause?.over;
      const bytes = await readBlock(this.#fd);
      if (bytes === 'end') break;
      if (bytes === 'nothing-yet') {
        await delay(silenceMs);
        silenceMs = Math.min(silenceMs * 2, LONGEST_PAUSE_MS);
        continue;
      }
      silenceMs = FIRST_PAUSE_MS;
      this.#onOutput('stdout', bytes);
    }
    close(this.#fd, () => {});
  }
}

function readBlock(fd: number): Promise<Uint8Array | 'nothing-yet' | 'end'> {
  const block = Buffer.allocUnsafeSlow(BLOCK_BYTES);
  return new Promise((resolve) => {
    read(fd, block, 0, BLOCK_BYTES, null, (error, length) => {
      if (error) resolve(error.code === 'EAGAIN' ? 'nothing-yet' : 'end');
      // Linux reports EIO once the other side is closed everywhere, other systems report nothing.
      else resolve(length === 0 ? 'end' : block.subarray(0, length));
    });
  });
}
