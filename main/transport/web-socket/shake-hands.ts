import type { Socket } from 'node:net';
import { domainToASCII } from 'node:url';
import { type ClientOptions, WebSocket } from 'ws';
import { failed, type Outcome, succeeded } from '../../lib/outcome.ts';
import { type Endpoint, peerOf } from '../endpoint/endpoint.ts';
import type { HandshakeFailure } from './handshake-problem.ts';

/** A master that starts or reconfigures lets workers wait. */
const HANDSHAKE_TIMEOUT_SECONDS = 30;
/** How long the peer's own goodbye is waited for. */
const CLOSE_TIMEOUT_MS = 1_000;
/** The largest message a master may send; the ones it sends have some kilobytes. */
const LARGEST_MESSAGE_BYTES = 64 * 1024 * 1024;
const TCP_KEEPALIVE_MS = 60_000;

export interface Handshake {
  readonly socket: Socket;
  readonly endpoint: Endpoint;
  readonly path: string;
  /** The header's value; undefined sends none. */
  readonly authorization: string | undefined;
}

/** An open web socket over a connected socket, paused; on a failure nothing of either is left. */
export function shakeHands(
  handshake: Handshake,
  leave: AbortSignal,
): Promise<Outcome<WebSocket, HandshakeFailure>> {
  const { socket } = handshake;
  socket.setNoDelay(true);
  socket.setKeepAlive(true, TCP_KEEPALIVE_MS);
  return new Promise((resolve) => {
    const web = new WebSocket(urlFrom(handshake), optionsFor(handshake));
    const finish = (outcome: Outcome<WebSocket, HandshakeFailure>): void => {
      clearTimeout(timer);
      leave.removeEventListener('abort', abort);
      web.removeAllListeners();
      if (!outcome.ok) {
        // Further errors of a dying socket do not matter.
        web.on('error', () => {});
        socket.on('error', () => {});
        web.terminate();
        socket.destroy();
      }
      resolve(outcome);
    };
    const fail = (failure: HandshakeFailure): void => finish(failed(failure));
    const giveUp = (): void => fail({ kind: 'timeout', seconds: HANDSHAKE_TIMEOUT_SECONDS });
    const abort = (): void => fail({ kind: 'error', error: new Error('the try was ended') });
    const timer = setTimeout(giveUp, HANDSHAKE_TIMEOUT_SECONDS * 1000);
    leave.addEventListener('abort', abort);
    web.on('open', () => {
      web.pause();
      finish(succeeded(web));
    });
    web.on('unexpected-response', (_request, { statusCode = 0, statusMessage = '' }) =>
      fail({ kind: 'answer', status: statusCode, statusText: statusMessage }),
    );
    web.on('error', (error) => fail({ kind: 'error', error }));
    if (leave.aborted) abort();
  });
}

/** The library's types are older than the library. */
type Options = ClientOptions & { readonly closeTimeout: number };

function optionsFor({ socket, endpoint, authorization }: Handshake): Options {
  return {
    createConnection: () => socket,
    finishRequest: (request) => {
      // A proxy's tunnel was paused when the proxy had answered.
      request.once('socket', () => socket.resume());
      request.end();
    },
    headers: { Host: hostHeader(endpoint), ...(authorization && { Authorization: authorization }) },
    perMessageDeflate: false,
    maxPayload: LARGEST_MESSAGE_BYTES,
    closeTimeout: CLOSE_TIMEOUT_MS,
  };
}

/** The path as a request carries it. */
export function pathFrom(path: string | undefined): string {
  if (path === undefined || path === '') return '/';
  return path.startsWith('/') ? path : `/${path}`;
}

/** Only the path of it is used: the host has a header of its own, the connection is made. */
function urlFrom({ endpoint, path }: Handshake): URL {
  const url = new URL(endpoint.kind === 'tls' ? 'wss://localhost' : 'ws://localhost');
  const [pathname = '/', ...query] = path.split('?');
  url.pathname = pathname;
  url.search = query.join('?');
  return url;
}

/** The master compares the port with its own. */
function hostHeader(endpoint: Endpoint): string {
  switch (endpoint.kind) {
    case 'tcp':
      // A header holds no letters beyond ASCII; an address is no domain and stays as it is.
      return peerOf(domainToASCII(endpoint.host) || endpoint.host, endpoint.port);
    case 'tls':
      return hostHeader(endpoint.carrier);
    case 'unix':
      return 'localhost';
  }
}
