import type { ConnectionProblem } from '../../contract/worker-status.ts';
import { greetingText, isPerspectiveBroker, isTls, tlsSentence } from '../../lib/greeting.ts';

/** Tells a Buildbot master from a stranger by the first bytes it says. */
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
    return isTls(seen) ? this.#tlsProblem() : this.#problem(greetingText(seen));
  }

  /** The peer said nothing at all, not even when asked as a web server. */
  silentProblem(): ConnectionProblem {
    return this.#problem('accepts connections but says nothing');
  }

  /** The peer closed before the login was through. */
  closedProblem(): ConnectionProblem {
    if (this.#first) return this.#problem('closed the connection without a word');
    return {
      kind: 'closed-by-master',
      sentence: `The master at ${this.#peer} closed the connection during the login; it may be stopping or starting.`,
    };
  }

  #tlsProblem(): ConnectionProblem {
    return {
      kind: 'not-a-master',
      sentence: tlsSentence(this.#peer),
    };
  }

  #problem(what: string): ConnectionProblem {
    return {
      kind: 'not-a-master',
      sentence: `That is not a Buildbot master's worker port: ${this.#peer} ${what}; ask the administrator for the port of the protocol "pb" (often 9989).`,
    };
  }
}
