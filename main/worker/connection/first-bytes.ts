import type { ConnectionProblem } from '../../contract/worker-status.ts';

/** The token of a list: every Perspective Broker begins with the list of its dialects. */
const BANANA_LIST = 0x80;
const SHOWN_BYTES = 40;

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
    if (seen[1] === BANANA_LIST) {
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
      sentence: `${this.#peer} speaks TLS and this worker does not: switch TLS on (use_tls = True, or create-worker --use-tls), or ask the administrator for the port without it.`,
    };
  }

  #problem(what: string): ConnectionProblem {
    return {
      kind: 'not-a-master',
      sentence: `That is not a Buildbot master's worker port: ${this.#peer} ${what}; ask the administrator for the port of the protocol "pb" (often 9989).`,
    };
  }
}

/** An alert or a handshake: what a TLS server makes of words that are none. */
function isTls(seen: Buffer): boolean {
  return (seen[0] === 0x15 || seen[0] === 0x16) && seen[1] === 0x03;
}

function greetingText(seen: Buffer): string {
  const text = seen.subarray(0, SHOWN_BYTES).toString('latin1');
  if (text.startsWith('HTTP/')) return 'speaks HTTP, like a web page';
  if (text.startsWith('SSH-')) return 'speaks SSH';
  const firstLine = (text.split(/[\r\n]/)[0] ?? '').replace(/[^\x20-\x7e]/g, '.');
  return `answers with "${firstLine}"`;
}
