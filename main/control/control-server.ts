import { once } from 'node:events';
import { chmod } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { type Problem, problem } from '../contract/problem.ts';
import type { PausedUntil } from '../contract/worker/worker-status.ts';
import { assertNever } from '../lib/assert-never.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import type { Teardown } from '../lib/teardown.ts';
import { fileReasonOf } from '../system/file-reason.ts';
import { type ControlPlace, makeControlPlace } from './control-place.ts';
import type { ControlStatus } from './control-status.ts';
import { jsonFrom, LineReader } from './line-reader.ts';
import { type Ask, type Reply, requestSchema, type Wish } from './messages.ts';
import type { Reloaded } from './reloaded.ts';

/** The worker as those outside may ask it; each refusal is one sentence. */
export interface ControlTarget {
  status(): ControlStatus;
  onStatusChanged(listener: () => void): Teardown;
  connect(): void;
  stop(): void;
  shutDownGracefully(): Promise<Outcome<void, Problem>>;
  pause(until: PausedUntil): Promise<Outcome<void, Problem>>;
  resume(): void;
  cancelDrain(): void;
  reconnect(): void;
  rotateLog(): Promise<Outcome<void, Problem>>;
  reload(): Promise<Outcome<Reloaded, Problem>>;
  /** Forgets every build but those that run; how many. */
  clearBuilds(): Promise<Outcome<number, Problem>>;
}

/** Somebody who does not read his answers is let go. */
const MAX_WAITING_BYTES = 4 * 1024 * 1024;
const MAX_CONNECTIONS = 64;

/**
 * Listens in a worker's directory to those who may write to it: its owner, by a socket of mode 0600.
 *
 * Errors: one sentence why it cannot be listened there. The worker runs on without.
 */
export async function serveControl(
  basedir: string,
  target: ControlTarget,
): Promise<Outcome<ControlServer, Problem>> {
  try {
    const place = await makeControlPlace(basedir);
    const server = createServer();
    server.maxConnections = MAX_CONNECTIONS;
    server.listen(place.path);
    await once(server, 'listening');
    if (process.platform !== 'win32') await chmod(place.path, 0o600);
    return succeeded(new ControlServer(server, place, target));
  } catch (error) {
    return failed(problem('control.cannotListen', { basedir, reason: fileReasonOf(error) }));
  }
}

export class ControlServer {
  readonly #server: Server;
  readonly #place: ControlPlace;
  readonly #target: ControlTarget;
  readonly #sockets = new Set<Socket>();

  constructor(server: Server, place: ControlPlace, target: ControlTarget) {
    this.#server = server;
    this.#place = place;
    this.#target = target;
    server.on('connection', (socket) => this.#accept(socket));
  }

  /** Hangs up on everybody. */
  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    for (const socket of this.#sockets) socket.destroySoon();
    await closed;
    await this.#place.clear();
  }

  #accept(socket: Socket): void {
    this.#sockets.add(socket);
    const caller = new Caller(socket, this.#target);
    socket.on('close', () => {
      this.#sockets.delete(socket);
      caller.gone();
    });
  }
}

/** Somebody who is connected. */
class Caller {
  readonly #socket: Socket;
  readonly #target: ControlTarget;
  readonly #lines = new LineReader();
  #watch: Teardown | undefined;

  constructor(socket: Socket, target: ControlTarget) {
    this.#socket = socket;
    this.#target = target;
    socket.on('data', (chunk) => this.#received(chunk));
    // It closes by itself.
    socket.on('error', () => {});
  }

  gone(): void {
    this.#watch?.dispose();
  }

  #received(chunk: Uint8Array): void {
    const lines = this.#lines.push(chunk);
    if (lines === undefined) this.#socket.destroy();
    for (const line of lines ?? []) void this.#answer(line);
  }

  async #answer(line: string): Promise<void> {
    const request = requestSchema.safeParse(jsonFrom(line));
    if (!request.success) {
      this.#socket.destroy();
      return;
    }
    const { id, ask } = request.data;
    // Before anything is awaited: what the next line asks for is news already.
    if (ask.kind === 'watch') this.#watchStatus();
    this.#send(await this.#reply(id, ask));
  }

  async #reply(id: number, ask: Ask): Promise<Reply> {
    if (ask.kind === 'status' || ask.kind === 'watch') return { id, status: this.#target.status() };
    if (ask.kind === 'reload') {
      const read = await this.#target.reload();
      return read.ok ? { id, reloaded: read.value } : { id, problem: read.problem };
    }
    if (ask.kind === 'clear-builds') {
      const cleared = await this.#target.clearBuilds();
      return cleared.ok ? { id, clearedBuilds: cleared.value } : { id, problem: cleared.problem };
    }
    const outcome = await this.#perform(ask);
    return outcome.ok ? { id, done: true } : { id, problem: outcome.problem };
  }

  async #perform(ask: Wish): Promise<Outcome<void, Problem>> {
    switch (ask.kind) {
      case 'connect':
        return succeeded(this.#target.connect());
      case 'stop':
        return succeeded(this.#target.stop());
      case 'shut-down-gracefully':
        return this.#target.shutDownGracefully();
      case 'pause':
        return this.#target.pause(ask.until);
      case 'resume':
        return succeeded(this.#target.resume());
      case 'cancel-drain':
        return succeeded(this.#target.cancelDrain());
      case 'reconnect':
        return succeeded(this.#target.reconnect());
      case 'rotate-log':
        return this.#target.rotateLog();
      default:
        return assertNever(ask);
    }
  }

  #watchStatus(): void {
    this.#watch ??= this.#target.onStatusChanged(() => this.#send({ news: this.#target.status() }));
  }

  #send(reply: Reply): void {
    if (this.#socket.destroyed) return;
    this.#socket.write(`${JSON.stringify(reply)}\n`);
    if (this.#socket.writableLength > MAX_WAITING_BYTES) this.#socket.destroy();
  }
}
