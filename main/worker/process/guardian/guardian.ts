import { type ChildProcess, spawn } from 'node:child_process';
import { GUARDIAN_SCRIPT } from './guardian-script.ts';

export interface GuardianOptions {
  /** The part of the environment that all of this worker's commands have in common. */
  readonly commandMark: string;
  /** What the worker itself starts has this in its environment, and is spared. */
  readonly ownMark: { readonly name: string; readonly value: string };
  /** The control group of this process; undefined without one. */
  readonly groupPath: string | undefined;
  /** Called each time it cannot be started, or is ended by somebody. */
  readonly onLost: (why: string) => void;
}

/** One that is ended is started again, later each time. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/**
 * A small shell beside this process that outlives it, whatever ends it, and then ends what its builds
 * left within five seconds. It keeps neither this process nor a terminal open.
 */
export class Guardian {
  readonly #options: GuardianOptions;
  readonly #watched = new Set<number>();
  #shell: ChildProcess | undefined;
  #pauseMs = FIRST_PAUSE_MS;

  constructor(options: GuardianOptions) {
    this.#options = options;
    this.#start();
  }

  /** Its pid; undefined while there is none. */
  get pid(): number | undefined {
    return this.#shell?.pid;
  }

  /** What has this number as process, group or session is ended as well, with its descendants. */
  watch(number: number): void {
    if (this.#watched.has(number)) return;
    this.#watched.add(number);
    this.#write(`+ ${number}\n`);
  }

  unwatch(number: number): void {
    if (this.#watched.delete(number)) this.#write(`- ${number}\n`);
  }

  #start(): void {
    const { commandMark, ownMark, groupPath = '' } = this.#options;
    const names = ['buildtray-guardian', commandMark, `${ownMark.name}=${ownMark.value}`];
    const shell = spawn(
      '/bin/sh',
      ['-c', 'eval "$BUILDTRAY_GUARDIAN_SCRIPT"', ...names, groupPath, `${process.pid}`],
      {
        cwd: '/',
        // A session of its own: what ends the worker's group or terminal must not end it.
        detached: true,
        stdio: ['pipe', 'ignore', 'ignore'],
        env: {
          PATH: `/usr/bin:/bin:${process.env.PATH ?? ''}`,
          BUILDTRAY_GUARDIAN_SCRIPT: GUARDIAN_SCRIPT,
          [ownMark.name]: ownMark.value,
        },
      },
    );
    shell.once('error', ({ message }) => this.#lost(message));
    shell.once('exit', (code, signal) => this.#lost(`it ended with ${signal ?? code}`));
    shell.stdin.on('error', () => {});
    shell.unref();
    if ('unref' in shell.stdin && typeof shell.stdin.unref === 'function') shell.stdin.unref();
    this.#shell = shell;
    for (const number of this.#watched) this.#write(`+ ${number}\n`);
  }

  #lost(why: string): void {
    if (!this.#shell) return;
    this.#shell = undefined;
    this.#options.onLost(why);
    setTimeout(() => this.#start(), this.#pauseMs).unref();
    this.#pauseMs = Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS);
  }

  #write(line: string): void {
    this.#shell?.stdin?.write(line);
  }
}
