import { connect as connectSocket, type LookupFunction, type Socket } from 'node:net';
import { type ConnectionOptions, connect as connectTls } from 'node:tls';
import { codeOf, messageOf } from '../lib/message-of.ts';
import { within } from '../system/within.ts';
import type { Endpoint, TcpEndpoint, TlsEndpoint } from './endpoint/endpoint.ts';
import { nameLookups, unanswered } from './name-lookups.ts';
import { checkPeer, type TlsAdditions, TrustFileError, tlsOptions } from './tls/tls-options.ts';

/**
 * How long one of several addresses of a host may take before the next is tried. Node's own 250 ms
 * gives up on slow links that work.
 */
const ATTEMPT_TIMEOUT_MS = 3_000;

export interface OpenOptions {
  readonly signal: AbortSignal;
  readonly tls: TlsAdditions;
  /** Replaces the TCP connection where a proxy has made one already. */
  readonly tunnel?: Socket;
}

/**
 * A connected socket; TLS endpoints have shaken hands.
 *
 * Errors: rejects with Node's error, whose `code` names what happened; ETIMEDOUT when `signal` aborts;
 *         with a TrustFileError or a PinMismatchError.
 */
export async function openSocket(endpoint: Endpoint, options: OpenOptions): Promise<Socket> {
  const { signal, tunnel } = options;
  switch (endpoint.kind) {
    case 'unix':
      return settled(connectSocket({ path: endpoint.path }), 'connect', signal);
    case 'tcp':
      return tunnel ?? openTcp(endpoint, signal);
    case 'tls':
      return openTls(endpoint, options);
  }
}

async function openTcp(endpoint: TcpEndpoint, signal: AbortSignal): Promise<Socket> {
  const { host, port, bindAddress, timeoutSeconds } = endpoint;
  let isLookedUp = true;
  const lookup: LookupFunction = (name, options, callback) => {
    isLookedUp = false;
    nameLookups.lookup(name, options, (...found) => {
      isLookedUp = true;
      callback(...found);
    });
  };
  const socket = connectSocket({
    host,
    port,
    lookup,
    autoSelectFamilyAttemptTimeout: ATTEMPT_TIMEOUT_MS,
    ...(bindAddress !== undefined && { localAddress: bindAddress }),
  });
  const ending = timeoutSeconds === undefined ? signal : within(signal, timeoutSeconds * 1000);
  try {
    return await settled(socket, 'connect', ending);
  } catch (error) {
    // The host was not asked yet: it is the name server that did not answer.
    throw isLookedUp || codeOf(error) !== 'ETIMEDOUT' ? error : unanswered(host);
  }
}

async function openTls(endpoint: TlsEndpoint, { signal, tls, tunnel }: OpenOptions) {
  const options = await tlsOptions(endpoint, tls);
  // What carries the encrypted bytes has no pin of its own.
  const inner = { signal, tls: { ...tls, pin: undefined }, ...(tunnel && { tunnel }) };
  const carrier = await openSocket(endpoint.carrier, inner);
  try {
    const socket = await shakeHands(carrier, options, signal);
    checkPeer(socket, tls);
    return socket;
  } catch (error) {
    carrier.destroy();
    throw error;
  }
}

async function shakeHands(carrier: Socket, options: ConnectionOptions, signal: AbortSignal) {
  let socket: ReturnType<typeof connectTls>;
  try {
    socket = connectTls({ ...options, socket: carrier });
  } catch (error) {
    // Node reads certificate and key here, before anything is sent.
    throw new TrustFileError(
      { kind: 'own-certificate-unusable', message: messageOf(error) },
      { cause: error },
    );
  }
  try {
    return await settled(socket, 'secureConnect', signal);
  } catch (error) {
    if (codeOf(error) !== 'ECONNRESET') throw error;
    throw coded('TLS_CLOSED', messageOf(error));
  }
}

/** The socket once `event` has come; it is destroyed when that fails or `signal` ends the try. */
function settled<S extends Socket>(
  socket: S,
  event: 'connect' | 'secureConnect',
  signal: AbortSignal,
): Promise<S> {
  return new Promise((resolve, reject) => {
    const finish = (act: () => void): void => {
      signal.removeEventListener('abort', abort);
      socket.removeListener('error', refused);
      socket.removeListener('close', closed);
      socket.removeListener(event, accepted);
      act();
    };
    const refuse = (error: Error): void => {
      finish(() => reject(error));
      // Further errors of a dying socket do not matter.
      socket.on('error', () => {});
      socket.destroy();
    };
    const refused = (error: Error): void => refuse(error);
    const closed = (): void => refuse(coded('ECONNRESET', 'the connection was closed'));
    const abort = (): void => refuse(coded('ETIMEDOUT', 'the try was ended'));
    const accepted = (): void => finish(() => resolve(socket));
    socket.once('error', refused);
    socket.once('close', closed);
    socket.once(event, accepted);
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
  });
}

function coded(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}
