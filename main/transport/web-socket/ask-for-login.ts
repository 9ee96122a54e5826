import { failed, succeeded } from '../../lib/outcome.ts';
import type { ConnectionExtras } from '../../worker-settings/connection-extras.ts';
import { openRoute } from '../dial.ts';
import { handshakeProblem } from './handshake-problem.ts';
import type { AskForLogin } from './message-transport.ts';
import { pathFrom, shakeHands } from './shake-hands.ts';

/** Asks over the same routes as `dial`. See `AskForLogin`. */
export function createAskForLogin(extras: ConnectionExtras): AskForLogin {
  return async (place, signal, leave) => {
    const opened = await openRoute(place.address, extras, signal);
    if (!opened.ok) return opened;
    const { socket, endpoint, peer } = opened.value;
    const path = pathFrom(place.path);
    const shaken = await shakeHands({ socket, endpoint, path, authorization: undefined }, leave);
    // A proxy may log in for us.
    if (shaken.ok) shaken.value.terminate();
    else if (shaken.problem.kind !== 'answer' || shaken.problem.status !== 401)
      return failed(handshakeProblem(shaken.problem, { peer, path, workerName: '' }));
    return succeeded(undefined);
  };
}

/** Asks with what is in `buildbot.tac` alone. */
export const askForLogin: AskForLogin = createAskForLogin({});
