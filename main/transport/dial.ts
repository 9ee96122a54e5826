import type { Socket } from 'node:net';
import type { MasterAddress } from '../contract/worker-config.ts';
import type { ConnectionProblem } from '../contract/worker-status.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import { dialProblem } from './dial-problem.ts';
import { endpointName, type Route, routeFrom } from './endpoint.ts';
import { openSocket } from './open-socket.ts';
import { openTunnel } from './proxy-tunnel.ts';
import { SocketTransport } from './socket-transport.ts';
import type { Transport } from './transport.ts';

/** Opens a connection to the master: plain or TLS, straight or through a proxy. See `Dial`. */
export async function dial(
  address: MasterAddress,
  signal: AbortSignal,
): Promise<Outcome<Transport, ConnectionProblem>> {
  const route = routeFrom(address);
  if (!route.ok) return failed({ kind: 'unreachable', sentence: route.problem });
  try {
    const socket = await openRoute(route.value, signal);
    return succeeded(new SocketTransport(socket, endpointName(route.value.endpoint)));
  } catch (error) {
    return failed(dialProblem(error, route.value));
  }
}

async function openRoute({ endpoint, proxy }: Route, signal: AbortSignal): Promise<Socket> {
  if (!proxy) return openSocket(endpoint, signal);
  const tunnel = await openSocket(proxy, signal);
  await openTunnel(tunnel, endpointName(endpoint), undefined, signal);
  return openSocket(endpoint, signal, tunnel);
}
