import { problem } from '../../contract/problem.ts';
import type { PeerAnswer } from '../../contract/problems/reaching.ts';
import type { ConnectionProblem } from '../../contract/worker/worker-status.ts';
import { codeOf, messageOf } from '../../lib/message-of.ts';
import { answerFrom, isPerspectiveBroker, isTls } from '../greeting.ts';

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

/** Whether the peer sent nothing at all before it closed the connection, or the time was over. */
export function isWithoutAnswer(failure: HandshakeFailure): boolean {
  if (failure.kind !== 'error') return failure.kind === 'timeout';
  return firstBytesOf(failure.error) === undefined && isClosing(failure.error);
}

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
        problem: problem('reaching.webServerSilent', {
          peer: target.peer,
          seconds: failure.seconds,
        }),
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
  if (status === 401)
    return { kind: 'wrong-password', problem: problem('session.wrongLogin', { peer, workerName }) };
  if (status === 404) {
    return {
      kind: 'not-a-master',
      problem: problem('reaching.webServerLacksPath', { peer, path, answer }),
    };
  }
  if (status === 502 || status === 503 || status === 504) {
    return { kind: 'unreachable', problem: problem('reaching.webServerAlone', { peer, answer }) };
  }
  if (status >= 200 && status < 400) {
    return {
      kind: 'not-a-master',
      problem: problem('reaching.noWebSocket', { peer, path, answer }),
    };
  }
  return {
    kind: 'protocol-error',
    problem: problem('reaching.handshakeRefused', { peer, answer }),
  };
}

function errorProblem(error: unknown, peer: string): ConnectionProblem {
  const kind = 'not-a-master';
  const first = firstBytesOf(error);
  if (first && isPerspectiveBroker(first))
    return { kind, problem: problem('reaching.speaksPbInstead', { peer }) };
  if (first && isTls(first)) return { kind, problem: problem('reaching.speaksTls', { peer }) };
  return {
    kind,
    problem: problem('reaching.notMsgpackPort', {
      peer,
      answer: first ? answerFrom(first) : describe(error),
    }),
  };
}

/** Node keeps what its HTTP parser could not read. */
export function firstBytesOf(error: unknown): Uint8Array | undefined {
  if (typeof error !== 'object' || error === null || !('rawPacket' in error)) return undefined;
  return error.rawPacket instanceof Uint8Array ? error.rawPacket : undefined;
}

function describe(error: unknown): PeerAnswer {
  return isClosing(error) ? { kind: 'closed' } : { kind: 'failed', message: messageOf(error) };
}

function isClosing(error: unknown): boolean {
  return codeOf(error) === 'ECONNRESET' || codeOf(error) === 'EPIPE';
}
