import type { Socket } from 'node:net';
import { problem } from '../contract/problem.ts';
import type { PeerAnswer } from '../contract/problems/reaching.ts';
import type { ConnectionProblem } from '../contract/worker/worker-status.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import type { ConnectionExtras } from '../worker-settings/connection-extras.ts';
import type { Protocol } from '../worker-settings/protocols.ts';
import type { MasterAddress } from '../worker-settings/worker-config.ts';
import { type OpenedRoute, openRoute } from './dial.ts';
import { answerFrom, isPerspectiveBroker, isTls } from './greeting.ts';
import { firstBytesOf, handshakeProblem } from './web-socket/handshake-problem.ts';
import { pathFrom, shakeHands } from './web-socket/shake-hands.ts';

export interface ProtocolQuestion {
  readonly address: MasterAddress;
  readonly extras: ConnectionExtras;
  /** Path of the master's WebSocket. */
  readonly path?: string | undefined;
}

/** A master that speaks Perspective Broker greets at once. */
const GREETING_TIMEOUT_MS = 3_000;

/**
 * Asks a master's port which protocol it speaks: Perspective Broker speaks first, a web server waits
 * for its handshake. No login is sent, so that no worker seems to come and go.
 *
 * Errors: as `Dial`; also that the port is no master's, or that a web server offers no WebSocket which
 *         asks for a login.
 */
export async function discoverProtocol(
  { address, extras, path }: ProtocolQuestion,
  signal: AbortSignal,
): Promise<Outcome<Protocol, ConnectionProblem>> {
  const opened = await openRoute(address, extras, signal);
  if (!opened.ok) return opened;
  const { socket, peer } = opened.value;
  try {
    const greeting = await firstBytes(socket);
    if (greeting === 'silence') return await askForWebSocket(opened.value, pathFrom(path), signal);
    if (greeting === 'closed') return notAMaster(peer, { kind: 'closed' });
    if (isPerspectiveBroker(greeting)) return succeeded('pb');
    if (isTls(greeting))
      return failed({ kind: 'not-a-master', problem: problem('reaching.speaksTls', { peer }) });
    return notAMaster(peer, answerFrom(greeting));
  } finally {
    socket.on('error', () => {});
    socket.destroy();
  }
}

/** Enough to distinguish one protocol from another: a first line, or what is shown of it. */
const ENOUGH_BYTES = 40;

/** What the peer sends by itself, wherever it is cut; the socket is paused afterwards. */
function firstBytes(socket: Socket): Promise<Uint8Array | 'silence' | 'closed'> {
  return new Promise((resolve) => {
    let first = Buffer.alloc(0);
    const finish = (otherwise: 'silence' | 'closed'): void => {
      clearTimeout(timer);
      socket.off('data', received).off('error', closed).off('close', closed).pause();
      resolve(first.length > 0 ? first : otherwise);
    };
    const received = (chunk: Buffer): void => {
      first = Buffer.concat([first, chunk]);
      if (isEnough(first)) finish('silence');
    };
    const closed = (): void => finish('closed');
    const timer = setTimeout(() => finish('silence'), GREETING_TIMEOUT_MS);
    socket.on('data', received).on('error', closed).on('close', closed).resume();
  });
}

function isEnough(first: Buffer): boolean {
  if (first.length < 2) return false;
  const isKnown = isPerspectiveBroker(first) || isTls(first);
  return isKnown || first.includes('\n') || first.length >= ENOUGH_BYTES;
}

async function askForWebSocket(
  { socket, endpoint, peer }: OpenedRoute,
  path: string,
  signal: AbortSignal,
): Promise<Outcome<Protocol, ConnectionProblem>> {
  const shaken = await shakeHands({ socket, endpoint, path, authorization: undefined }, signal);
  if (shaken.ok) {
    shaken.value.terminate();
    return notAMaster(peer, { kind: 'open-web-socket' });
  }
  const { problem } = shaken;
  if (problem.kind === 'answer' && problem.status === 401) {
    return succeeded('msgpack_experimental_v7');
  }
  const first = problem.kind === 'error' ? firstBytesOf(problem.error) : undefined;
  // It was only slow to greet.
  if (first && isPerspectiveBroker(first)) return succeeded('pb');
  return failed(handshakeProblem(problem, { peer, path, workerName: '' }));
}

function notAMaster(peer: string, answer: PeerAnswer): Outcome<Protocol, ConnectionProblem> {
  return failed({
    kind: 'not-a-master',
    problem: problem('reaching.notMastersPort', { peer, answer }),
  });
}
