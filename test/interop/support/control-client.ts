import net from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { BuildRecord } from './build-record.ts';

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

export interface SourceStamp {
  readonly repository?: string;
  readonly branch?: string;
  readonly revision?: string;
  readonly patch_body?: string;
  readonly patch_level?: number;
}

export interface WorkerInfo {
  readonly info: Readonly<Record<string, unknown>>;
  readonly commands: Readonly<Record<string, string>>;
  readonly environ: Readonly<Record<string, string>>;
  readonly basedir: string;
  readonly system: string;
}

/** Talks to `master/control.py`. Each call is answered when what it asks for has come to pass. */
export class ControlClient {
  readonly #socket: net.Socket;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #rest = '';

  private constructor(socket: net.Socket) {
    this.#socket = socket;
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => this.#read(text));
    socket.on('error', () => {});
    socket.on('close', () => this.#abandon());
  }

  /** Tries until the master listens. */
  static async open(path: string, isStarting: () => boolean): Promise<ControlClient> {
    for (;;) {
      const socket = await connect(path);
      if (socket !== undefined) return new ControlClient(socket);
      if (!isStarting()) throw new Error('the master ended before it listened');
      await delay(20);
    }
  }

  close(): void {
    this.#socket.destroy();
  }

  builders(): Promise<readonly string[]> {
    return this.#ask('builders');
  }

  attached(worker: string): Promise<void> {
    return this.#ask('attached', { worker });
  }

  detached(worker: string): Promise<void> {
    return this.#ask('detached', { worker });
  }

  graceful(worker: string): Promise<void> {
    return this.#ask('graceful', { worker });
  }

  workerInfo(worker: string): Promise<WorkerInfo> {
    return this.#ask('worker_info', { worker });
  }

  force(
    builder: string,
    worker: string,
    properties: Readonly<Record<string, unknown>> = {},
    sourcestamp: SourceStamp = {},
  ): Promise<number> {
    return this.#ask('force', { builder, worker, properties, sourcestamp });
  }

  started(request: number): Promise<number> {
    return this.#ask('started', { request });
  }

  finished(request: number): Promise<BuildRecord> {
    return this.#ask('finished', { request });
  }

  stopBuild(build: number, reason: string): Promise<void> {
    return this.#ask('stop', { build, reason });
  }

  builds(): Promise<Readonly<Record<string, number>>> {
    return this.#ask('builds');
  }

  /** The far end is our own `control.py`; its answers are of the shape these methods promise. */
  #ask<T>(op: string, args: object = {}): Promise<T> {
    this.#lastId += 1;
    const id = this.#lastId;
    this.#socket.write(`${JSON.stringify({ id, op, ...args })}\n`);
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(id, { resolve: (result) => resolve(result as T), reject });
    });
  }

  #read(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#answer(JSON.parse(line));
  }

  #answer(message: { id: number; result?: unknown; error?: string }): void {
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.error === undefined) waiting?.resolve(message.result);
    else waiting?.reject(new Error(`the master answered: ${message.error}`));
  }

  #abandon(): void {
    for (const { reject } of this.#waiting.values()) reject(new Error('the master is gone'));
    this.#waiting.clear();
  }
}

function connect(path: string): Promise<net.Socket | undefined> {
  return new Promise((resolve) => {
    const socket = net.connect(path);
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(undefined));
  });
}
