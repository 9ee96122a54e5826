import { connect, type Socket } from 'node:net';
import { type Problem, problem } from '../contract/problem.ts';
import type { RequestProblem } from '../contract/worker/request-rules.ts';
import type { StateChange } from '../contract/worker/state-change.ts';
import type { WorkerRequest } from '../contract/worker/worker-request.ts';
import { codeOf } from '../lib/message-of.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import { fileReasonOf } from '../system/file-reason.ts';
import { findControlPlace } from './control-place.ts';
import type { ControlStatus } from './control-status.ts';
import { jsonFrom, LineReader } from './line-reader.ts';
import { type ControlRequest, type Reply, type RequestLine, replySchema } from './messages.ts';
import type { Reloaded } from './reloaded.ts';

/** Why a worker cannot be reached: nobody listens there, or a problem is in the way. */
export type ControlProblem =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'trouble'; readonly problem: Problem };

/** A worker answers at once, unless its machine is very busy. */
const ANSWER_TIMEOUT_MS = 5_000;
/** A graceful shutdown needs the master's agreement. */
const REQUEST_TIMEOUT_MS = 60_000;

type Answer = Extract<Reply, { id: number }>;

/** A line to the worker that runs in a directory. It is to be closed. */
export async function openControl(
  basedir: string,
): Promise<Outcome<ControlClient, ControlProblem>> {
  try {
    return succeeded(new ControlClient(basedir, await connected(await findControlPlace(basedir))));
  } catch (error) {
    const code = codeOf(error);
    // A socket that a dead process has left refuses.
    if (code === 'ENOENT' || code === 'ECONNREFUSED') return failed({ kind: 'nobody' });
    const why =
      code === 'EACCES'
        ? problem('control.runsAsOtherUser', { basedir })
        : problem('control.cannotAsk', { basedir, reason: fileReasonOf(error) });
    return failed({ kind: 'trouble', problem: why });
  }
}

function connected(path: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(path);
    socket.once('connect', () => resolve(socket));
    socket.once('error', reject);
  });
}

export class ControlClient {
  /** Resolves when the line is closed, by either end: the worker has unlocked its directory. */
  readonly closed: Promise<void>;
  readonly #basedir: string;
  readonly #socket: Socket;
  readonly #lines = new LineReader();
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #onNews: ((status: ControlStatus) => void) | undefined;
  #lastId = 0;
  #isForeign = false;

  constructor(basedir: string, socket: Socket) {
    this.#basedir = basedir;
    this.#socket = socket;
    socket.on('data', (chunk) => this.#received(chunk));
    socket.on('error', () => {});
    this.closed = new Promise((resolve) => {
      socket.once('close', () => resolve());
    });
  }

  status(): Promise<Outcome<ControlStatus, Problem>> {
    return this.#ask({ kind: 'status' }, statusIn);
  }

  /** The last states, oldest first. */
  states(): Promise<Outcome<readonly StateChange[], Problem>> {
    return this.#ask({ kind: 'states' }, (answer) =>
      'states' in answer ? answer.states : undefined,
    );
  }

  /** The status now; `onNews` gets each change until the line is closed. */
  watch(onNews: (status: ControlStatus) => void): Promise<Outcome<ControlStatus, Problem>> {
    this.#onNews = onNews;
    return this.#ask({ kind: 'watch' }, statusIn);
  }

  /** Errors: why the worker does not do that, or why it cannot be asked. */
  async perform(request: WorkerRequest): Promise<Outcome<void, RequestProblem>> {
    const answer = await this.#answer(request, REQUEST_TIMEOUT_MS);
    if (!answer.ok) return failed({ kind: 'failed', problem: answer.problem });
    if ('refused' in answer.value) {
      return failed({ kind: 'refused', refusal: answer.value.refused });
    }
    return succeeded(undefined);
  }

  /** Has the worker follow its directory as it is now. Errors: it goes on as it was. */
  reload(): Promise<Outcome<Reloaded, Problem>> {
    return this.#ask({ kind: 'reload' }, (answer) =>
      'reloaded' in answer ? answer.reloaded : undefined,
    );
  }

  /** Has the worker forget every build but those that run; how many. */
  clearBuilds(): Promise<Outcome<number, Problem>> {
    return this.#ask({ kind: 'clear-builds' }, (answer) =>
      'clearedBuilds' in answer ? answer.clearedBuilds : undefined,
    );
  }

  close(): void {
    this.#socket.destroy();
  }

  async #ask<T>(
    request: ControlRequest,
    valueIn: (answer: Answer) => T | undefined,
  ): Promise<Outcome<T, Problem>> {
    const answer = await this.#answer(request, ANSWER_TIMEOUT_MS);
    if (!answer.ok) return answer;
    const value = valueIn(answer.value);
    return value === undefined ? failed(this.#otherVersion()) : succeeded(value);
  }

  async #answer(request: ControlRequest, timeoutMs: number): Promise<Outcome<Answer, Problem>> {
    this.#lastId += 1;
    const line: RequestLine = { id: this.#lastId, pid: process.pid, ask: request };
    const answered = new Promise<Answer>((resolve) => this.#waiting.set(line.id, resolve));
    this.#socket.write(`${JSON.stringify(line)}\n`);
    const late = AbortSignal.timeout(timeoutMs);
    const answer = await Promise.race([
      answered,
      this.closed.then(() => 'closed' as const),
      new Promise<'late'>((resolve) => {
        late.addEventListener('abort', () => resolve('late'));
      }),
    ]);
    this.#waiting.delete(line.id);
    if (answer === 'late') return failed(problem('control.noAnswer', { basedir: this.#basedir }));
    if (answer === 'closed') return failed(this.#whyClosed());
    if ('isUnknown' in answer) return failed(this.#otherVersion());
    return 'problem' in answer ? failed(answer.problem) : succeeded(answer);
  }

  #whyClosed(): Problem {
    return this.#isForeign
      ? this.#otherVersion()
      : problem('control.closedConnection', { basedir: this.#basedir });
  }

  #otherVersion(): Problem {
    return problem('control.otherVersion', { basedir: this.#basedir });
  }

  #received(chunk: Uint8Array): void {
    for (const line of this.#lines.push(chunk) ?? ['']) {
      const reply = replySchema.safeParse(jsonFrom(line));
      if (!reply.success) {
        this.#isForeign = true;
        this.close();
        return;
      }
      this.#take(reply.data);
    }
  }

  #take(reply: Reply): void {
    if ('news' in reply) this.#onNews?.(reply.news);
    else this.#waiting.get(reply.id)?.(reply);
  }
}

function statusIn(answer: Answer): ControlStatus | undefined {
  return 'status' in answer ? answer.status : undefined;
}
