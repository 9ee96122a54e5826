import type { Broker } from '../broker/broker.ts';
import { BrokerError, RaisedError } from '../broker/errors.ts';
import { textOf } from '../broker/failure.ts';
import { Referenceable } from '../broker/referenceable.ts';
import { RemoteReference } from '../broker/remote-reference.ts';
import { type JellyValue, Tuple } from '../jelly/jelly-value.ts';
import { isRightResponse, newChallenge, responseTo } from './challenge.ts';

/**
 * Logs in and returns the perspective. The peer may call the mind before that.
 *
 * Errors: RemoteError of type `twisted.cred.error.UnauthorizedLogin` for a wrong name or password, and of
 *         other types when the peer could not let us in; BrokerError.
 * Source: Twisted, spread/pb.py, PBClientFactory._cbSendUsername.
 */
export async function logIn(
  broker: Broker,
  username: string,
  password: string,
  mind: Referenceable,
): Promise<RemoteReference> {
  const answer = await broker.rootReference().call('login', Buffer.from(username, 'utf8'));
  const [challenge, challenger] = answer instanceof Tuple ? answer.items : [];
  if (!(challenge instanceof Uint8Array) || !(challenger instanceof RemoteReference)) {
    throw new BrokerError('PB_MALFORMED', 'the answer to the login is no challenge');
  }
  const responded = challenger.call('respond', responseTo(challenge, password), mind);
  challenger.release();
  const perspective = await responded;
  if (perspective instanceof RemoteReference) return perspective;
  throw new BrokerError('PB_MALFORMED', 'the login gave no perspective');
}

export interface LoginOptions {
  /** The password of a name; undefined for an unknown one. */
  passwordOf(username: string): string | undefined;
  /** Who logged in; returns its perspective, or fails to refuse it. */
  onLogin(username: string, mind: RemoteReference): Referenceable | Promise<Referenceable>;
}

/** The root of a server that asks for a name and a password. Source: Twisted, spread/pb.py, _PortalRoot. */
export function loginRoot(options: LoginOptions): Referenceable {
  return new Referenceable({
    login: ([username]) => {
      const challenge = newChallenge();
      return new Tuple([challenge, challengerFor(textOf(username), challenge, options)]);
    },
  });
}

function challengerFor(
  username: string,
  challenge: Uint8Array,
  { passwordOf, onLogin }: LoginOptions,
): Referenceable {
  return new Referenceable({
    respond: async ([response, mind]: readonly JellyValue[]) => {
      const password = passwordOf(username);
      const isRight =
        password !== undefined &&
        response instanceof Uint8Array &&
        isRightResponse(response, challenge, password);
      // An unknown name and a wrong password look the same.
      if (!isRight) throw new RaisedError('twisted.cred.error.UnauthorizedLogin', '');
      if (!(mind instanceof RemoteReference)) {
        throw new RaisedError('builtins.TypeError', 'a login brings a mind');
      }
      return onLogin(username, mind);
    },
  });
}
