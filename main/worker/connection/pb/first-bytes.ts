import { problem } from '../../../contract/problem.ts';
import type { PeerAnswer } from '../../../contract/problems/reaching.ts';
import type { ConnectionProblem } from '../../../contract/worker/worker-status.ts';
import { answerFrom, isPerspectiveBroker, isTls } from '../../../transport/greeting.ts';

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
    return isTls(seen) ? this.#tlsProblem() : this.#problem(answerFrom(seen));
  }

  /** What is wrong with all that a port answers a web browser. */
  answered(answer: Uint8Array): ConnectionProblem | undefined {
    // A web server would answer, and a master would greet; one that expects TLS may do this.
    if (answer.length === 0) return this.#problem({ kind: 'closed-when-asked' });
    return this.check(answer);
  }

  /**
   * The peer closed before the login was through. A port that `wasMaster` is no stranger: what forwards
   * connections to a master closes them while that starts.
   */
  closedProblem(wasMaster: boolean): ConnectionProblem {
    if (this.#first && !wasMaster) return this.#problem({ kind: 'closed' });
    return {
      kind: 'closed-by-master',
      problem: problem('session.closedDuringLogin', { peer: this.#peer }),
    };
  }

  #tlsProblem(): ConnectionProblem {
    return { kind: 'not-a-master', problem: problem('reaching.speaksTls', { peer: this.#peer }) };
  }

  #problem(answer: PeerAnswer): ConnectionProblem {
    return {
      kind: 'not-a-master',
      problem: problem('reaching.notPbPort', { peer: this.#peer, answer }),
    };
  }
}
