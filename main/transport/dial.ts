import type { X509Certificate } from 'node:crypto';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { type Problem, problem } from '../contract/problem.ts';
import type { ConnectionProblem } from '../contract/worker/worker-status.ts';
import { messageOf } from '../lib/message-of.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import type { ConnectionExtras, ProxyLogin } from '../worker-settings/connection-extras.ts';
import type { MasterAddress } from '../worker-settings/worker-config.ts';
import { dialProblem, ProxyUnreachedError } from './dial-problem.ts';
import { type Endpoint, endpointName, type Route } from './endpoint/endpoint.ts';
import { routeFrom } from './endpoint/route-from.ts';
import { openSocket } from './open-socket.ts';
import { openTunnel } from './open-tunnel.ts';
import { SocketTransport } from './socket-transport.ts';
import { pinFrom } from './tls/certificate-pin.ts';
import type { TlsAdditions } from './tls/tls-options.ts';
import type { Dial, Transport } from './transport.ts';

/** Opens connections to a master: plain or TLS, straight or through a proxy. See `Dial`. */
export function createDial(extras: ConnectionExtras): Dial {
  return async (address, signal): Promise<Outcome<Transport, ConnectionProblem>> => {
    const opened = await openRoute(address, extras, signal);
    if (!opened.ok) return opened;
    const { socket, peer } = opened.value;
    return succeeded(new SocketTransport(socket, peer));
  };
}

/** Opens connections with what is in `buildbot.tac` alone. */
export const dial: Dial = createDial({});

export interface OpenedRoute {
  readonly socket: Socket;
  readonly endpoint: Endpoint;
  /** For sentences. */
  readonly peer: string;
}

/** A connected socket to the master, for any protocol. Errors: as `Dial`. */
export async function openRoute(
  address: MasterAddress,
  extras: ConnectionExtras,
  signal: AbortSignal,
): Promise<Outcome<OpenedRoute, ConnectionProblem>> {
  const route = routeFrom(address);
  if (!route.ok) return failed({ kind: 'unreachable', problem: route.problem });
  const additions = additionsFrom(extras, route.value);
  if (!additions.ok) return failed({ kind: 'tls-refused', problem: additions.problem });
  try {
    const socket = await open(route.value, additions.value, extras.proxy, signal);
    const { endpoint } = route.value;
    return succeeded({ socket, endpoint, peer: endpointName(endpoint) });
  } catch (error) {
    return failed(dialProblem(error, route.value));
  }
}

/**
 * The certificate that a master shows, whoever signed it; undefined without TLS, or when the master
 * cannot be reached. Nothing is sent to it but the handshake.
 */
export async function lookAtCertificate(
  address: MasterAddress,
  { proxy, tls }: ConnectionExtras,
  signal: AbortSignal,
): Promise<X509Certificate | undefined> {
  const route = routeFrom(address);
  if (!route.ok) return undefined;
  const proxyTls = { authorities: tls?.authorities };
  try {
    const looks = { isOnlyLookedAt: true };
    const socket = await open(route.value, looks, proxy, signal, proxyTls);
    socket.on('error', () => {});
    const certificate = socket instanceof TLSSocket ? socket.getPeerX509Certificate() : undefined;
    socket.destroy();
    return certificate;
  } catch {
    return undefined;
  }
}

function additionsFrom(
  { tls = {} }: ConnectionExtras,
  { endpoint }: Route,
): Outcome<TlsAdditions, Problem> {
  const { authorities, pin } = tls;
  if (pin === undefined) return succeeded({ authorities });
  if (endpoint.kind !== 'tls') {
    return failed(problem('reaching.pinWithoutTls', { peer: endpointName(endpoint) }));
  }
  const read = pinFrom(pin);
  return read.ok ? succeeded({ authorities, pin: read.value }) : read;
}

async function open(
  { endpoint, proxy }: Route,
  tls: TlsAdditions,
  login: ProxyLogin | undefined,
  signal: AbortSignal,
  // The pin is the master's; the proxy has a certificate of its own.
  proxyTls: TlsAdditions = { ...tls, pin: undefined },
): Promise<Socket> {
  if (!proxy) return openSocket(endpoint, { signal, tls });
  const tunnel = await openSocket(proxy, { signal, tls: proxyTls }).catch((cause: unknown) => {
    throw new ProxyUnreachedError(messageOf(cause), { cause });
  });
  await openTunnel(tunnel, endpointName(endpoint), login, signal);
  return openSocket(endpoint, { signal, tls, tunnel });
}
