import { once } from 'node:events';
import { chmod } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { type Problem, problem } from '../contract/problem.ts';
import type { RequestProblem } from '../contract/worker/request-rules.ts';
import type { StateChange } from '../contract/worker/state-change.ts';
import type { WorkerRequest } from '../contract/worker/worker-request.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import type { Teardown } from '../lib/teardown.ts';
import { fileReasonOf } from '../system/file-reason.ts';
import { type ControlPlace, makeControlPlace } from './control-place.ts';
import type { ControlStatus } from './control-status.ts';
import { jsonFrom, LineReader } from './line-reader.ts';
import {
  type ControlRequest,
  controlRequestSchema,
  type Reply,
  requestLineSchema,
} from './messages.ts';
import type { Reloaded } from './reloaded.ts';

/** The worker as the control socket sees it. */
export interface ControlTarget {
  /** A request that may change something has come, from a process that calls itself `pid`. */
  note(request: string, pid: number | undefined): void;
  status(): ControlStatus;
  /** The last states, oldest first. */
  states(): readonly StateChange[];
  onStatusChanged(listener: () => void): Teardown;
  perform(request: WorkerRequest): Promise<Outcome<void, RequestProblem>>;
  reload(): Promise<Outcome<Reloaded, Problem>>;
  /** Forgets every build but those that run; how many. */
  clearBuilds(): Promise<Outcome<number, Problem>>;
}

/** A caller who does not read the answers is disconnected. */
const MAX_WAITING_BYTES = 4 * 1024 * 1024;
const MAX_CONNECTIONS = 64;
/** They change nothing, and are not worth a line of the log. */
const ONLY_LOOKS: readonly ControlRequest['kind'][] = ['status', 'watch', 'states'];

/**
 * Listens in a worker's directory for those who may write to it: its owner, by a socket of mode 0600.
 *
 * Errors: one sentence why it cannot listen there. The worker runs on without.
 */
export async function serveControl(
  basedir: string,
  target: ControlTarget,
): Promise<Outcome<ControlServer, Problem>> {
  let place: ControlPlace | undefined;
  try {
    place = await makeControlPlace(basedir);
    const server = createServer();
    server.maxConnections = MAX_CONNECTIONS;
    server.listen(place.path);
    await once(server, 'listening');
    if (process.platform !== 'win32') await chmod(place.path, 0o600);
    return succeeded(new ControlServer(server, place, target));
  } catch (error) {
    await place?.clear().catch(() => {});
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

  /** Closes every connection. */
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

/** A reply without the number of its request. */
type Answer = WithoutId<Extract<Reply, { id: number }>>;
type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;

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
    const parsed = requestLineSchema.safeParse(jsonFrom(line));
    if (!parsed.success) {
      this.#socket.destroy();
      return;
    }
    const { id } = parsed.data;
    const request = controlRequestSchema.safeParse(parsed.data.ask);
    if (!request.success) {
      this.#send({ id, isUnknown: true });
      return;
    }
    const { kind } = request.data;
    if (!ONLY_LOOKS.includes(kind)) this.#target.note(kind, parsed.data.pid);
    // Before anything is awaited: what the next line brings about is news already.
    if (kind === 'watch') this.#watchStatus();
    this.#send({ id, ...(await this.#answerTo(request.data)) });
  }

  async #answerTo(request: ControlRequest): Promise<Answer> {
    switch (request.kind) {
      case 'status':
      case 'watch':
        return { status: this.#target.status() };
      case 'states':
        return { states: this.#target.states() };
      case 'reload': {
        const read = await this.#target.reload();
        return read.ok ? { reloaded: read.value } : { problem: read.problem };
      }
      case 'clear-builds': {
        const cleared = await this.#target.clearBuilds();
        return cleared.ok ? { clearedBuilds: cleared.value } : { problem: cleared.problem };
      }
      default:
        return answerFrom(await this.#target.perform(request));
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

function answerFrom(outcome: Outcome<void, RequestProblem>): Answer {
  if (outcome.ok) return { done: true };
  return outcome.problem.kind === 'refused'
    ? { refused: outcome.problem.refusal }
    : { problem: outcome.problem.problem };
}
