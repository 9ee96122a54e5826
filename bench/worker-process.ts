import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whose worker is measured. */
export interface Candidate {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
}

/** Clock ticks of the kernel's figures; Linux has had 100 on every machine for long. */
const TICKS_PER_SECOND = 100;

/** A worker of either kind in a directory of its own. */
export class WorkerProcess {
  readonly #dir: string;
  readonly #child: ChildProcess;
  /** When it was started, its directory being there already. On the clock of `performance`. */
  readonly startedAtMs: number;

  constructor({ program, args }: Candidate, port: number, options: readonly string[] = []) {
    this.#dir = mkdtempSync(join(tmpdir(), 'buildtray-bench-'));
    const dir = join(this.#dir, 'worker');
    const master = `127.0.0.1:${port}`;
    const making = [...args, 'create-worker', ...options, dir, master, 'w', 'p'];
    execFileSync(program, making, { stdio: 'ignore' });
    this.startedAtMs = performance.now();
    this.#child = spawn(program, [...args, 'start', '--nodaemon', dir], {
      stdio: 'ignore',
      // What it writes down of its builds goes away with it.
      env: { ...process.env, XDG_STATE_HOME: join(this.#dir, 'state') },
    });
  }

  /** What stays in memory, in MiB. */
  residentMib(): number {
    const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
  }

  /** Seconds of processor time so far, without children. */
  cpuSeconds(): number {
    const stat = readFileSync(`/proc/${this.#child.pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  }

  async end(): Promise<void> {
    this.#child.kill('SIGTERM');
    await once(this.#child, 'exit');
    rmSync(this.#dir, { recursive: true, force: true });
  }
}
