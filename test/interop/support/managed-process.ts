import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { waitFor } from '../../support/wait-for.ts';

export interface ProcessToStart {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** User and group to run as. */
  readonly uid?: number;
}

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A process of the tests: what it prints is kept, and it is ended by its own id. */
export class ManagedProcess {
  readonly pid: number;
  readonly exit: Promise<Exit>;
  readonly #child: ChildProcess;
  #output = '';

  constructor({ program, args, env, cwd, uid }: ProcessToStart) {
    this.#child = spawn(program, args, {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(cwd === undefined ? {} : { cwd }),
      ...(uid === undefined ? {} : { uid, gid: uid }),
    });
    const { pid } = this.#child;
    if (pid === undefined) throw new Error(`cannot start ${program}`);
    this.pid = pid;
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#output += text;
      });
    this.exit = once(this.#child, 'close').then(([code, signal]) => ({ code, signal }));
  }

  /** Everything printed so far, standard output and standard error. */
  get output(): string {
    return this.#output;
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  signal(name: NodeJS.Signals): void {
    if (this.isRunning) process.kill(this.pid, name);
  }

  /** Asks by TERM; after `patience` ms by KILL. */
  async stop(patience = 8000): Promise<Exit> {
    this.signal('SIGTERM');
    const last = setTimeout(() => this.signal('SIGKILL'), patience);
    try {
      return await this.exit;
    } finally {
      clearTimeout(last);
    }
  }
}

/** Starts a program that ends by itself; a status other than 0 is an error. */
export async function runToEnd(toStart: ProcessToStart): Promise<string> {
  const process = new ManagedProcess(toStart);
  const { code } = await process.exit;
  if (code !== 0) throw new Error(`${toStart.program} exited ${code}:\n${process.output}`);
  return process.output;
}

/** Ids of the processes whose environment holds `NAME=value`. */
export function processesWith(name: string, value: string): readonly number[] {
  const wanted = `${name}=${value}`;
  return fs
    .readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .filter((pid) => environmentOf(pid).includes(wanted));
}

function environmentOf(pid: number): readonly string[] {
  try {
    return fs.readFileSync(path.join('/proc', String(pid), 'environ'), 'utf8').split('\0');
  } catch {
    return []; // It ended meanwhile, or is another user's.
  }
}

/** Whether the process is there and has not ended; a zombie has. */
export function isAlive(pid: number): boolean {
  try {
    return !/^State:\s*Z/m.test(fs.readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Waits for the file that a command leaves to show that it runs. */
export async function fileAppears(file: string): Promise<string> {
  return await waitFor(() => {
    const text = fs.readFileSync(file, 'utf8');
    if (text === '') throw new Error(`${file} is empty`);
    return text;
  });
}
