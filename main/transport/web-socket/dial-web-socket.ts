import { problem } from '../../contract/problem.ts';
import type { ConnectionProblem } from '../../contract/worker/worker-status.ts';
import { failed, succeeded } from '../../lib/outcome.ts';
import { within } from '../../system/within.ts';
import type { ConnectionExtras } from '../../worker-settings/connection-extras.ts';
import { openRoute } from '../dial.ts';
import { createAskForLogin } from './ask-for-login.ts';
import { handshakeProblem, isWithoutAnswer } from './handshake-problem.ts';
import type { DialWebSocket, WebSocketRequest } from './message-transport.ts';
import { pathFrom, shakeHands } from './shake-hands.ts';
import { WebSocketTransport } from './web-socket-transport.ts';

const ASK_TIMEOUT_MS = 10_000;
/** A master that lets a login wait drops it after 5 s; one that ends drops it at once. */
const LEAST_WAIT_MS = 3_000;

/** Opens web sockets over the same routes as `dial`, and logs in. See `DialWebSocket`. */
export function createDialWebSocket(extras: ConnectionExtras): DialWebSocket {
  const askForLogin = createAskForLogin(extras);
  return async (request, signal, leave) => {
    const opened = await openRoute(request.address, extras, signal);
    if (!opened.ok) return opened;
    const { socket, endpoint, peer } = opened.value;
    const path = pathFrom(request.path);
    const authorization = basicLogin(request);
    const beganMs = performance.now();
    const shaken = await shakeHands({ socket, endpoint, path, authorization }, leave);
    if (shaken.ok) return succeeded(new WebSocketTransport(shaken.value, socket, peer));
    const waitedMs = performance.now() - beganMs;
    if (isWithoutAnswer(shaken.problem)) {
      // Whether it is a master shows on another connection: without a login it answers at once.
      const asking = within(leave, ASK_TIMEOUT_MS);
      const asked = await askForLogin(request, asking, asking);
      if (asked.ok) return failed(loginProblem(peer, waitedMs));
    }
    const { workerName } = request;
    return failed(handshakeProblem(shaken.problem, { peer, path, workerName }));
  };
}

/** Opens web sockets with what is in `buildbot.tac` alone. */
export const dialWebSocket: DialWebSocket = createDialWebSocket({});

function loginProblem(peer: string, waitedMs: number): ConnectionProblem {
  if (waitedMs < LEAST_WAIT_MS) {
    return { kind: 'closed-by-master', problem: problem('session.closedDuringLogin', { peer }) };
  }
  return {
    kind: 'login-unanswered',
    problem: problem('session.loginUnanswered', { peer, seconds: Math.round(waitedMs / 1000) }),
  };
}

/** Name and password in UTF-8, as the master reads them. */
function basicLogin({ workerName, password }: WebSocketRequest): string {
  return `Basic ${Buffer.from(`${workerName}:${password}`, 'utf8').toString('base64')}`;
}
