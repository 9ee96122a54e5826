import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import type { Protocol } from '../../../main/worker-settings/protocols.ts';
import { ControlClient } from './control-client.ts';
import { makeMasterDir } from './make-master-dir.ts';
import { ManagedProcess } from './managed-process.ts';
import { masterProgram, type Release } from './places.ts';

export interface MasterToStart {
  readonly dir: string;
  /** Which module of `master/scenarios` gives the builders; several have commas between. */
  readonly subject: string;
  readonly workers: readonly string[];
  /** That of every worker. Default `secret`. */
  readonly password?: string | undefined;
  readonly release?: Release | undefined;
  /** How it listens for workers. Default: plain TCP on 127.0.0.1. */
  readonly listening?: Listening | undefined;
  readonly env: Readonly<Record<string, string>>;
}

/** A Twisted server endpoint for a port. */
export type Listening = (port: number) => string;

const PLAIN: Listening = (port) => `tcp:${port}:interface=127.0.0.1`;

/** A real Buildbot master in a process of its own. */
export class InteropMaster {
  readonly ports: Readonly<Record<Protocol, number>>;
  readonly #toStart: MasterToStart;
  #process: ManagedProcess | undefined;
  #control: ControlClient | undefined;

  private constructor(toStart: MasterToStart, ports: Readonly<Record<Protocol, number>>) {
    this.#toStart = toStart;
    this.ports = ports;
  }

  /** Where workers of the usual protocol connect. */
  get port(): number {
    return this.ports.pb;
  }

  static async start(toStart: MasterToStart): Promise<InteropMaster> {
    const [pb, msgpack_experimental_v7] = await Promise.all([freePort(), freePort()]);
    const master = new InteropMaster(toStart, { pb, msgpack_experimental_v7 });
    await makeMasterDir(toStart.dir, toStart.release ?? 'pinned', master.#env);
    await master.startAgain();
    return master;
  }

  get control(): ControlClient {
    if (this.#control === undefined) throw new Error('the master is not running');
    return this.#control;
  }

  get log(): string {
    return fs.readFileSync(path.join(this.#toStart.dir, 'twistd.log'), 'utf8');
  }

  /** Resolves when the port is open. */
  async startAgain(): Promise<void> {
    const started = new ManagedProcess({
      program: masterProgram(this.#toStart.release),
      args: ['start', '--nodaemon', this.#toStart.dir],
      env: this.#env,
    });
    this.#process = started;
    try {
      this.#control = await ControlClient.open(this.#controlPath, () => started.isRunning);
    } catch (error) {
      throw new Error(`${started.output}\n${this.log}`, { cause: error });
    }
  }

  /** Stops the process and lets it go on, say. */
  signal(name: NodeJS.Signals): void {
    this.#process?.signal(name);
  }

  /** As a power cut would. */
  async kill(): Promise<void> {
    this.#control?.close();
    this.#control = undefined;
    this.#process?.signal('SIGKILL');
    await this.#process?.exit;
  }

  get #controlPath(): string {
    return path.join(this.#toStart.dir, 'control');
  }

  get #env(): Record<string, string> {
    return {
      ...this.#toStart.env,
      PYTHONDONTWRITEBYTECODE: '1',
      INTEROP_SUBJECT: this.#toStart.subject,
      INTEROP_WORKERS: this.#toStart.workers.join(','),
      INTEROP_PASSWORD: this.#toStart.password ?? 'secret',
      INTEROP_PB_ENDPOINT: (this.#toStart.listening ?? PLAIN)(this.ports.pb),
      // Older masters do not know the protocol.
      ...(this.#toStart.release !== 'system' && {
        INTEROP_MSGPACK_PORT: String(this.ports.msgpack_experimental_v7),
      }),
      INTEROP_CONTROL: this.#controlPath,
    };
  }
}

/** A port that was free a moment ago; the master must keep its port over a restart. */
export async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
