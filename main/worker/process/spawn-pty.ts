import { write } from 'node:fs';
import { createRequire } from 'node:module';
import { ReadStream } from 'node:tty';
import { messageOf } from '../../lib/errors.ts';
import { type Child, type ChildExit, type ChildOptions, ChildStartError } from './child.ts';

/**
 * Starts a program on a terminal of its own, as leader of its session.
 *
 * It takes the native half of node-pty only: its JavaScript half sets TERM, and drops what is unread
 * 0.2 s after the exit, which a master that cannot keep up would notice.
 *
 * Errors: ChildStartError where there are no terminals. A missing program ends with code 1 and a
 *         line of its own, since only the forked process notices.
 */
export async function spawnPty(options: ChildOptions): Promise<Child> {
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

class PtyChild implements Child {
  readonly pid: number;
  readonly ended: Promise<ChildExit>;
  readonly #terminal: ReadStream;

  constructor(native: NativePty, options: ChildOptions) {
    let onExit: (exit: ChildExit) => void = () => {};
    const exited = new Promise<ChildExit>((resolve) => {
      onExit = resolve;
    });
    const { pid, fd } = native.fork(
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
    );
    this.pid = pid;
    this.#terminal = new ReadStream(fd);
    // As typed by a person; a terminal that takes no more loses the rest, as it would theirs.
    if (options.stdin) write(fd, options.stdin, () => {});
    this.#terminal.on('data', (bytes: Buffer) => options.onOutput('stdout', bytes));
    // Linux says EIO once nobody has the other side open any more; that is the end of the output.
    this.#terminal.on('error', () => {});
    const closed = new Promise<void>((resolve) => this.#terminal.once('close', () => resolve()));
    this.ended = Promise.all([exited, closed]).then(([exit]) => exit);
  }

  pause(): void {
    this.#terminal.pause();
  }

  resume(): void {
    this.#terminal.resume();
  }

  /** A terminal cannot be closed by halves. */
  closeStdout(): void {}

  letGo(): void {
    this.#terminal.destroy();
  }
}
