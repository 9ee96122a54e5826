import { connect as connectSocket, type Socket } from 'node:net';
import type { MasterAddress } from '../contract/worker-config.ts';
import type { ConnectionProblem } from '../contract/worker-status.ts';
import { codeOf } from '../lib/errors.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import { dialProblem } from './dial-problem.ts';
import { SocketTransport } from './socket-transport.ts';
import type { Transport } from './transport.ts';

/**
 * How long one of several addresses of a host may take before the next is tried. Node's own 250 ms
 * gives up on slow links that work.
 */
const ATTEMPT_TIMEOUT_MS = 3000;

/** Opens a TCP connection to the master. See `Dial`. */
export async function dial(
  address: MasterAddress,
  signal: AbortSignal,
): Promise<Outcome<Transport, ConnectionProblem>> {
  if (address.kind === 'connection-string' || address.useTls || address.proxyConnectionString) {
    return failed(unsupportedAddress(address));
  }
  const { host, port } = address;
  const peer = peerOf(host, port);
  try {
    const socket = await connected(
      connectSocket({ host, port, autoSelectFamilyAttemptTimeout: ATTEMPT_TIMEOUT_MS }),
      signal,
    );
    return succeeded(new SocketTransport(socket, peer));
  } catch (error) {
    return failed(dialProblem(codeOf(error), host, port, error));
  }
}

/** `host:port`, an IPv6 address in brackets. */
export function peerOf(host: string, port: number): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

/** The socket once it is connected; it is destroyed when that fails or `signal` ends the try. */
function connected(socket: Socket, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      socket.destroy(Object.assign(new Error('the try was ended'), { code: 'ETIMEDOUT' }));
    };
    const settle = (act: () => void): void => {
      signal.removeEventListener('abort', abort);
      socket.removeListener('error', refused);
      socket.removeListener('connect', accepted);
      act();
    };
    const refused = (error: Error): void => settle(() => reject(error));
    const accepted = (): void => settle(() => resolve(socket));
    socket.once('error', refused);
    socket.once('connect', accepted);
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
  });
}

function unsupportedAddress(address: MasterAddress): ConnectionProblem {
  const what =
    address.kind === 'connection-string'
      ? `the connection string ${address.connectionString}`
      : address.useTls
        ? 'a TLS connection'
        : `the proxy ${address.proxyConnectionString}`;
  return {
    kind: 'unreachable',
    sentence: `Cannot use ${what} yet: this version of Buildtray reaches masters by host and port over plain TCP only.`,
  };
}
