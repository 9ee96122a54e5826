import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Protocol } from '../../../main/worker-settings/protocols.ts';
import type { BuildRecord } from './build-record.ts';
import type { SourceStamp } from './control-client.ts';
import { InteropMaster, type Listening } from './interop-master.ts';
import {
  InteropWorker,
  type Maker,
  makeWorkerDir,
  type WorkerDirToMake,
} from './interop-worker.ts';
import { processesWith } from './managed-process.ts';
import { normalised } from './normaliser.ts';
import { type Release, temporaryDir } from './places.ts';

/** Of one length, so that where a line or a batch is cut does not hang on the name. */
export const REFERENCE = 'reference';
export const CANDIDATE = 'candidate';

const MARK = 'INTEROP_RUN';

export interface RigOptions {
  readonly subject: string;
  /** How both workers talk to the master. Default `pb`. */
  readonly protocol?: Protocol;
  /** What the candidate is; the reference is always the Python worker. */
  readonly candidate?: Maker;
  /** Who makes the candidate's directory. */
  readonly dirMadeBy?: Maker;
  readonly workerOptions?: readonly string[];
  /** Of the master; the reference is always the pinned one's worker. */
  readonly release?: Release;
  /** Called when the directories are there, before the workers start. */
  readonly prepare?: (rig: InteropRig) => void | Promise<void>;
}

export interface MasterOptions {
  /** That of the workers. Default `pb`. */
  readonly protocol?: Protocol | undefined;
  readonly release?: Release | undefined;
  readonly listening?: Listening | undefined;
  /** Names of the workers. Default: reference and candidate. */
  readonly workers?: readonly string[] | undefined;
  /** That of every worker. */
  readonly password?: string | undefined;
}

export interface BuildPair {
  readonly reference: BuildRecord;
  readonly candidate: BuildRecord;
}

/** One master and two workers: the Python worker as the reference, and the candidate. */
export class InteropRig {
  readonly dir: string;
  readonly master: InteropMaster;
  readonly protocol: Protocol;
  readonly #mark: string;
  readonly #workers = new Map<string, InteropWorker>();

  private constructor(dir: string, mark: string, master: InteropMaster, protocol: Protocol) {
    this.dir = dir;
    this.#mark = mark;
    this.master = master;
    this.protocol = protocol;
  }

  static async start(options: RigOptions): Promise<InteropRig> {
    const rig = await InteropRig.withMasterOnly(options.subject, options);
    try {
      await rig.#startWorkers(options);
    } catch (error) {
      await rig.stop();
      throw error;
    }
    return rig;
  }

  /** For tests that start their workers themselves. */
  static async withMasterOnly(subject: string, options: MasterOptions = {}): Promise<InteropRig> {
    const dir = temporaryDir();
    const mark = randomUUID();
    fs.mkdirSync(path.join(dir, 'home'));
    const master = await InteropMaster.start({
      dir: path.join(dir, 'master'),
      subject,
      workers: options.workers ?? [REFERENCE, CANDIDATE],
      password: options.password,
      release: options.release,
      listening: options.listening,
      env: { ...cleanEnv(dir, mark), INTEROP_FILES: path.join(dir, 'files') },
    });
    return new InteropRig(dir, mark, master, options.protocol ?? 'pb');
  }

  async #startWorkers(options: RigOptions): Promise<void> {
    const { candidate = 'buildtray', dirMadeBy = 'python', prepare, workerOptions } = options;
    await Promise.all([
      this.makeDir(REFERENCE, 'python', workerOptions),
      this.makeDir(CANDIDATE, dirMadeBy, workerOptions),
    ]);
    await prepare?.(this);
    this.startWorker(REFERENCE, 'python');
    this.startWorker(CANDIDATE, candidate);
    await Promise.all([REFERENCE, CANDIDATE].map((name) => this.attached(name)));
  }

  /** The environment that the workers start with. */
  get workerEnv(): Readonly<Record<string, string>> {
    return { ...cleanEnv(this.dir, this.#mark), INTEROP_SET: 'set for the worker' };
  }

  /** Where a test puts files that the master's builds use. */
  get filesDir(): string {
    return path.join(this.dir, 'files');
  }

  workerDir(name: string): string {
    return path.join(this.dir, name);
  }

  worker(name: string): InteropWorker {
    const worker = this.#workers.get(name);
    if (worker === undefined) throw new Error(`no worker ${name}`);
    return worker;
  }

  async makeDir(
    name: string,
    by: Maker,
    options: readonly string[] = [],
    place: Partial<Pick<WorkerDirToMake, 'host' | 'port' | 'dir' | 'password'>> = {},
  ): Promise<void> {
    await makeWorkerDir({
      by,
      dir: this.workerDir(name),
      name,
      port: this.master.ports[this.protocol],
      options: ['--protocol', this.protocol, ...options],
      env: this.workerEnv,
      ...place,
    });
  }

  /** `env` is laid over `workerEnv`; `before` are words as those of `WorkerToStart`. */
  startWorker(
    name: string,
    by: Maker,
    env: Readonly<Record<string, string>> = {},
    before: readonly string[] = [],
  ): InteropWorker {
    const worker = new InteropWorker({
      by,
      dir: this.workerDir(name),
      env: { ...this.workerEnv, ...env },
      before,
    });
    this.#workers.set(name, worker);
    return worker;
  }

  /** Waits until the worker serves every builder, or says why it ended. */
  async attached(name: string): Promise<void> {
    const worker = this.worker(name);
    const ended = worker.process.exit.then(({ code, signal }) => {
      throw new Error(`the worker ${name} ended (${code ?? signal}):\n${worker.log}`);
    });
    await Promise.race([this.master.control.attached(name), ended]);
  }

  /** Runs the build on both workers at once; the records are normalised. */
  async runPair(
    builder: string,
    properties: Readonly<Record<string, unknown>> = {},
    sourcestamp: SourceStamp = {},
  ): Promise<BuildPair> {
    const [reference, candidate] = await Promise.all(
      [REFERENCE, CANDIDATE].map((worker) => this.run(builder, worker, properties, sourcestamp)),
    );
    if (reference === undefined || candidate === undefined) throw new Error('no record');
    return { reference, candidate };
  }

  async run(
    builder: string,
    worker: string,
    properties: Readonly<Record<string, unknown>> = {},
    sourcestamp: SourceStamp = {},
  ): Promise<BuildRecord> {
    const { control } = this.master;
    const request = await control.force(builder, worker, properties, sourcestamp);
    return this.recordOf(request, worker);
  }

  /** Waits for the end of the request's build. */
  async recordOf(request: number, worker: string): Promise<BuildRecord> {
    const record = await this.master.control.finished(request);
    return normalised(record, { worker, basedir: this.workerDir(worker), rigDir: this.dir });
  }

  /** Processes of this rig that run in a worker's directory, the worker itself left out. */
  commandsIn(name: string): readonly number[] {
    const dir = this.workerDir(name);
    return processesWith(MARK, this.#mark).filter((pid) => isIn(dir, pid));
  }

  /** Ends everything; what the builds left behind is ended too and given back. */
  async stop(): Promise<readonly number[]> {
    await Promise.all([...this.#workers.values()].map((worker) => worker.stop()));
    await this.master.kill();
    const left = processesWith(MARK, this.#mark);
    for (const pid of left) process.kill(pid, 'SIGKILL');
    if (process.env.BUILDTRAY_INTEROP_KEEP === undefined) this.#removeDir();
    return left;
  }

  #removeDir(): void {
    fs.rmSync(this.dir, { recursive: true, force: true, maxRetries: 3 });
  }
}

function isIn(dir: string, pid: number): boolean {
  try {
    const cwd = fs.readlinkSync(`/proc/${pid}/cwd`);
    return cwd.startsWith(`${dir}/`);
  } catch {
    return false; // It ended meanwhile.
  }
}

/** Little, and the same for all: what a build prints must not hang on who runs the tests. */
function cleanEnv(dir: string, mark: string): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '/usr/bin:/bin',
    HOME: path.join(dir, 'home'),
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'Someone',
    GIT_AUTHOR_EMAIL: 'someone@example.org',
    GIT_COMMITTER_NAME: 'Someone',
    GIT_COMMITTER_EMAIL: 'someone@example.org',
    [MARK]: mark,
  };
}
