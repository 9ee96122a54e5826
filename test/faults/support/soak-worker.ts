import { execFile } from 'node:child_process';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Protocol } from '../../../main/worker-settings/protocols.ts';
import type { InteropRig } from '../../interop/support/interop-rig.ts';
import type { Maker } from '../../interop/support/interop-worker.ts';
import { LinkProxy } from '../../support/link-proxy.ts';
import { descriptorsOf } from './descriptors-of.ts';
import { figuresOf, type ProcessFigures } from './process-figures.ts';

export interface SoakWorkerOptions {
  readonly name: string;
  readonly by: Maker;
  readonly protocol: Protocol;
  /** Killed and started again now and then, so that what its process holds is not compared. */
  readonly isKilled?: boolean;
}

const run = promisify(execFile);

/** A worker of the soak, and what can be done to it. */
export class SoakWorker {
  readonly options: SoakWorkerOptions;
  readonly link: LinkProxy;
  readonly #rig: InteropRig;
  readonly #env: Readonly<Record<string, string>>;

  private constructor(
    options: SoakWorkerOptions,
    rig: InteropRig,
    link: LinkProxy,
    env: Readonly<Record<string, string>>,
  ) {
    this.options = options;
    this.link = link;
    this.#rig = rig;
    this.#env = env;
  }

  /** Starts it, and waits until it has attached. */
  static async start(options: SoakWorkerOptions, rig: InteropRig): Promise<SoakWorker> {
    const { name, by, protocol } = options;
    const link = await LinkProxy.before(rig.master.ports[protocol]);
    await rig.makeDir(name, by, ['--protocol', protocol], { port: link.port });
    const programs = path.join(rig.dir, `programs-${name}`);
    await putMkfifo(programs);
    const env = { PATH: `${programs}:${rig.workerEnv.PATH}`, NO_PIPES: noPipesFlag(rig, name) };
    const worker = new SoakWorker(options, rig, link, env);
    worker.#startProcess();
    await rig.attached(name);
    return worker;
  }

  get name(): string {
    return this.options.name;
  }

  get pid(): number {
    return this.#rig.worker(this.name).process.pid;
  }

  /** Waits until it has attached, after a fault perhaps. */
  attached(): Promise<void> {
    return this.#rig.attached(this.name);
  }

  figures(): Promise<ProcessFigures> {
    return figuresOf(this.pid);
  }

  async killAndStart(): Promise<void> {
    const { process: killed } = this.#rig.worker(this.name);
    killed.signal('SIGKILL');
    await killed.exit;
    this.#startProcess();
  }

  async standStill(forMs: number): Promise<void> {
    process.kill(this.pid, 'SIGSTOP');
    try {
      await delay(forMs);
    } finally {
      process.kill(this.pid, 'SIGCONT');
    }
  }

  /** No FIFO can be made meanwhile. */
  async withoutPipes(forMs: number): Promise<void> {
    const flag = noPipesFlag(this.#rig, this.name);
    await writeFile(flag, '');
    await delay(forMs);
    await rm(flag);
  }

  /** It may open only a few files more meanwhile. */
  async withFewDescriptors(forMs: number): Promise<void> {
    const { pid } = this;
    const limits = await readFile(`/proc/${pid}/limits`, 'utf8');
    const soft = /^Max open files\s+(\d+)/m.exec(limits)?.[1];
    const few = (await descriptorsOf(pid)).length + FEW;
    await run('prlimit', ['--pid', `${pid}`, `--nofile=${few}:`]);
    await delay(forMs);
    await run('prlimit', ['--pid', `${pid}`, `--nofile=${soft}:`]);
  }

  /** Lines that say which commands it has run, of each builder. */
  async commandsRun(builder: string): Promise<readonly string[]> {
    const file = path.join(this.#rig.workerDir(this.name), builder, 'ran');
    const text = await readFile(file, 'utf8').catch(() => '');
    return text.split('\n').filter((line) => line !== '');
  }

  #startProcess(): void {
    this.#rig.startWorker(this.name, this.options.by, this.#env);
  }
}

const FEW = 4;

function noPipesFlag(rig: InteropRig, name: string): string {
  return path.join(rig.dir, `no-pipes-${name}`);
}

/** A `mkfifo` that fails while a file is there. */
async function putMkfifo(dir: string): Promise<void> {
  await mkdir(dir);
  const file = path.join(dir, 'mkfifo');
  const refusal =
    'if [ -e "$NO_PIPES" ]; then echo "mkfifo: No space left on device" >&2; exit 1; fi';
  await writeFile(
    file,
    `#!/bin/sh\n${refusal}\nexec /usr/bin/env PATH=/usr/bin:/bin mkfifo "$@"\n`,
  );
  await chmod(file, 0o755);
}
