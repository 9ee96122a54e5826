import type { ConnectionProblem } from '../contract/worker-status.ts';
import { codeOf, messageOf } from '../lib/errors.ts';
import { greetingText, isPerspectiveBroker, isTls, tlsSentence } from '../lib/greeting.ts';

/** Why a handshake failed: the web server's answer, or something that is none. */
export type HandshakeFailure =
  | { readonly kind: 'answer'; readonly status: number; readonly statusText: string }
  | { readonly kind: 'error'; readonly error: unknown }
  | { readonly kind: 'timeout'; readonly seconds: number };

export interface HandshakeTarget {
  readonly peer: string;
  readonly path: string;
  readonly workerName: string;
}

const ASK = 'ask the administrator for the port of the protocol "msgpack_experimental_v7"';

/** What a failed handshake means, as a sentence with what to do. */
export function handshakeProblem(
  failure: HandshakeFailure,
  target: HandshakeTarget,
): ConnectionProblem {
  switch (failure.kind) {
    case 'answer':
      return answerProblem(failure.status, failure.statusText, target);
    case 'timeout':
      return {
        kind: 'timed-out',
        sentence: `${target.peer} accepted the connection, but did not answer as a web server within ${failure.seconds} s: it is busy, or no Buildbot master's port for MessagePack; ${ASK}.`,
      };
    case 'error':
      return errorProblem(failure.error, target.peer);
  }
}

function answerProblem(
  status: number,
  statusText: string,
  { peer, path, workerName }: HandshakeTarget,
): ConnectionProblem {
  const answer = `${status} ${statusText}`.trim();
  if (status === 401) {
    return {
      kind: 'wrong-password',
      sentence: `The master at ${peer} refused the login: the worker name ${workerName} or its password is wrong; ask the master's administrator for both.`,
    };
  }
  if (status === 404) {
    return {
      kind: 'not-a-master',
      sentence: `The web server at ${peer} has nothing at the path ${path} (it answered "${answer}"): check the setting "path", or ${ASK}.`,
    };
  }
  if (status === 502 || status === 503 || status === 504) {
    return {
      kind: 'unreachable',
      sentence: `The web server at ${peer} answered "${answer}": the master behind it does not run, or is starting.`,
    };
  }
  if (status >= 200 && status < 400) {
    return {
      kind: 'not-a-master',
      sentence: `${peer} is a web server, but offers no WebSocket at the path ${path} (it answered "${answer}"); ${ASK}.`,
    };
  }
  return {
    kind: 'protocol-error',
    sentence: `${peer} refused the WebSocket handshake with "${answer}"; its administrator finds more in the log there.`,
  };
}

function errorProblem(error: unknown, peer: string): ConnectionProblem {
  const first = firstBytesOf(error);
  if (first && isPerspectiveBroker(first)) {
    return {
      kind: 'not-a-master',
      sentence: `${peer} speaks Perspective Broker: it is a Buildbot master's port for the protocol "pb". Set the worker's protocol to pb, or ${ASK}.`,
    };
  }
  if (first && isTls(first)) return { kind: 'not-a-master', sentence: tlsSentence(peer) };
  const what = first ? greetingText(first) : describe(error);
  return {
    kind: 'not-a-master',
    sentence: `That is not a Buildbot master's port for MessagePack: ${peer} ${what}; ${ASK}.`,
  };
}

/** Node keeps what its HTTP parser could not read. */
export function firstBytesOf(error: unknown): Uint8Array | undefined {
  if (typeof error !== 'object' || error === null || !('rawPacket' in error)) return undefined;
  return error.rawPacket instanceof Uint8Array ? error.rawPacket : undefined;
}

function describe(error: unknown): string {
  const isClosed = codeOf(error) === 'ECONNRESET' || codeOf(error) === 'EPIPE';
  return isClosed ? 'closed the connection without a word' : `failed (${messageOf(error)})`;
}
