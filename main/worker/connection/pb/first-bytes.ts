import type { ConnectionProblem } from '../../../contract/worker/worker-status.ts';
import { type Said, said, tell } from '../../../lib/statement.ts';
import { greetingSaid, isPerspectiveBroker, isTls } from '../../../transport/greeting.ts';

/** Distinguishes a Buildbot master from a stranger by the first bytes it sends. */
export class FirstBytes {
  readonly #peer: string;
  #first: Buffer | undefined = Buffer.alloc(0);

  constructor(peer: string) {
    this.#peer = peer;
  }

  /** What is wrong with the first bytes; undefined while nothing is, and always after the second. */
  check(chunk: Uint8Array): ConnectionProblem | undefined {
    if (!this.#first) return undefined;
    this.#first = Buffer.concat([this.#first, chunk]);
    if (this.#first.length < 2) return undefined;
    const seen = this.#first;
    if (isPerspectiveBroker(seen)) {
      this.#first = undefined;
      return undefined;
    }
    return isTls(seen) ? this.#tlsProblem() : this.#problem(greetingSaid(seen));
  }

  /** The peer sent nothing at all, not even when asked as a web server. */
  silentProblem(): ConnectionProblem {
    return this.#problem(said('doesSayNothing'));
  }

  /** The peer closed before the login was through. */
  closedProblem(): ConnectionProblem {
    if (this.#first) return this.#problem(said('doesClose'));
    return { kind: 'closed-by-master', ...tell('closedDuringLogin', this.#peer) };
  }

  #tlsProblem(): ConnectionProblem {
    return { kind: 'not-a-master', ...tell('speaksTls', this.#peer) };
  }

  #problem(what: Said): ConnectionProblem {
    return { kind: 'not-a-master', ...tell('notPbPort', this.#peer, what) };
  }
}
