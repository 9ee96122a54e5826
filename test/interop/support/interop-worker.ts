import fs from 'node:fs';
import path from 'node:path';
import { waitFor } from '../../support/wait-for.ts';
import { type Exit, ManagedProcess, runToEnd } from './managed-process.ts';
import { ownCommandLinePath, venvProgram } from './places.ts';

/** Whose program makes a worker's directory, or runs it. */
export type Maker = 'python' | 'buildtray';

export interface WorkerDirToMake {
  readonly by: Maker;
  readonly dir: string;
  readonly name: string;
  readonly port: number;
  readonly options?: readonly string[];
  readonly host?: string;
  readonly password?: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Of either program. */
const LOG_FILENAMES = ['twistd.log', 'worker.log'];
const PASSWORD = 'secret';

/** Makes a directory by the maker's own `create-worker`. */
export async function makeWorkerDir(to: WorkerDirToMake): Promise<void> {
  const { by, dir, name, port, options = [], host = '127.0.0.1', password = PASSWORD, env } = to;
  const args = ['create-worker', ...options, dir, `${host}:${port}`, name, password];
  await runToEnd({ ...commandOf(by, args), env });
}

export interface WorkerToStart {
  readonly by: Maker;
  readonly dir: string;
  readonly env: Readonly<Record<string, string>>;
  readonly uid?: number;
  /** Where another user's Node is. Default: the one that runs the tests. */
  readonly node?: string;
  /** Words before the program's own, of one that puts it somewhere and becomes it. */
  readonly before?: readonly string[];
}

/** A running worker of either kind. */
export class InteropWorker {
  readonly dir: string;
  readonly process: ManagedProcess;

  constructor({ by, dir, env, uid, node, before = [] }: WorkerToStart) {
    this.dir = dir;
    const started = commandOf(by, ['start', '--nodaemon', dir], node);
    const [program = '', ...args] = [...before, started.program, ...started.args];
    this.process = new ManagedProcess({
      program,
      args,
      env,
      ...(uid === undefined ? {} : { uid }),
    });
  }

  /** What it printed, and what is in the directory's log files. */
  get log(): string {
    const files = LOG_FILENAMES.map((name) => path.join(this.dir, name)).filter(fs.existsSync);
    return this.process.output + files.map((file) => fs.readFileSync(file, 'utf8')).join('');
  }

  /** Waits for a line in the log. */
  async logged(pattern: RegExp | string): Promise<void> {
    await waitFor(() => {
      const found =
        typeof pattern === 'string' ? this.log.includes(pattern) : pattern.test(this.log);
      if (!found) throw new Error(`no ${pattern} in the worker's log:\n${this.log}`);
    });
  }

  stop(): Promise<Exit> {
    return this.process.stop();
  }
}

/** How a program's command line is called. */
export function commandOf(
  by: Maker,
  args: readonly string[],
  node: string = process.execPath,
): { program: string; args: string[] } {
  return by === 'python'
    ? { program: venvProgram('buildbot-worker'), args: [...args] }
    : { program: node, args: [ownCommandLinePath, ...args] };
}
