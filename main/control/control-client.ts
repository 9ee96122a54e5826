import { connect, type Socket } from 'node:net';
import { type Problem, problem } from '../contract/problem.ts';
import { codeOf } from '../lib/message-of.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import { fileReasonOf } from '../system/file-reason.ts';
import { findControlPlace } from './control-place.ts';
import type { ControlStatus } from './control-status.ts';
import { jsonFrom, LineReader } from './line-reader.ts';
import { type Ask, type Reply, replySchema, type Wish } from './messages.ts';
import type { Reloaded } from './reloaded.ts';

/** Why a worker cannot be asked: nobody listens there, or a problem is in the way. */
export type ControlProblem =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'trouble'; readonly problem: Problem };

/** A worker answers at once, unless it is busy to its ears. */
const ANSWER_TIMEOUT_MS = 5_000;
/** To be let go the master has to agree. */
const WISH_TIMEOUT_MS = 60_000;

const ANSWERED_ELSE = failed(problem('control.answeredElse'));

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
  /** Resolves when the line is closed, by either end: the worker has let go of its directory. */
  readonly closed: Promise<void>;
  readonly #basedir: string;
  readonly #socket: Socket;
  readonly #lines = new LineReader();
  readonly #waiting = new Map<number, (reply: Reply) => void>();
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

  /** Errors: a sentence. */
  async status(): Promise<Outcome<ControlStatus, Problem>> {
    return statusIn(await this.#ask({ kind: 'status' }));
  }

  /** The status now; `onNews` hears each change until the line is closed. Errors: a sentence. */
  async watch(onNews: (status: ControlStatus) => void): Promise<Outcome<ControlStatus, Problem>> {
    this.#onNews = onNews;
    return statusIn(await this.#ask({ kind: 'watch' }));
  }

  /** Errors: the worker's own sentence why it does not do that, or ours when it cannot be asked. */
  async perform(wish: Wish): Promise<Outcome<void, Problem>> {
    const reply = await this.#ask(wish, WISH_TIMEOUT_MS);
    return reply.ok ? succeeded(undefined) : reply;
  }

  /** Has the worker follow what its directory says now. Errors: a sentence; it goes on as it was. */
  async reload(): Promise<Outcome<Reloaded, Problem>> {
    const reply = await this.#ask({ kind: 'reload' });
    if (!reply.ok) return reply;
    return 'reloaded' in reply.value ? succeeded(reply.value.reloaded) : ANSWERED_ELSE;
  }

  /** Has the worker forget every build but those that run; how many. Errors: a sentence. */
  async clearBuilds(): Promise<Outcome<number, Problem>> {
    const reply = await this.#ask({ kind: 'clear-builds' });
    if (!reply.ok) return reply;
    return 'clearedBuilds' in reply.value ? succeeded(reply.value.clearedBuilds) : ANSWERED_ELSE;
  }

  close(): void {
    this.#socket.destroy();
  }

  async #ask(ask: Ask, timeoutMs = ANSWER_TIMEOUT_MS): Promise<Outcome<Reply, Problem>> {
    this.#lastId += 1;
    const id = this.#lastId;
    const answered = new Promise<Reply>((resolve) => this.#waiting.set(id, resolve));
    this.#socket.write(`${JSON.stringify({ id, ask })}\n`);
    const late = AbortSignal.timeout(timeoutMs);
    const reply = await Promise.race([
      answered,
      this.closed.then(() => 'closed' as const),
      new Promise<'late'>((resolve) => {
        late.addEventListener('abort', () => resolve('late'));
      }),
    ]);
    this.#waiting.delete(id);
    if (reply === 'late') return failed(problem('control.noAnswer', { basedir: this.#basedir }));
    if (reply === 'closed') return failed(this.#whyClosed());
    return 'problem' in reply ? failed(reply.problem) : succeeded(reply);
  }

  #whyClosed(): Problem {
    const key = this.#isForeign ? 'control.otherVersion' : 'control.hungUp';
    return problem(key, { basedir: this.#basedir });
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

function statusIn(reply: Outcome<Reply, Problem>): Outcome<ControlStatus, Problem> {
  if (!reply.ok) return reply;
  return 'status' in reply.value ? succeeded(reply.value.status) : ANSWERED_ELSE;
}
