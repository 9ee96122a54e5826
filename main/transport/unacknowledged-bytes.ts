import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';

/** Tables of the network that this process sees, by the family of addresses. */
const TABLES = { IPv4: '/proc/self/net/tcp', IPv6: '/proc/self/net/tcp6' } as const;

/**
 * The bytes of a TCP connection that the other end's system has not acknowledged, whether sent or not:
 * what its window keeps out included. Undefined where the system does not say, which only Linux does,
 * and for what is no TCP connection of our own.
 *
 * Reads while everything waits: the table is memory of the kernel, a line for each connection. To be
 * asked of a connection that fell silent, not at each message.
 *
 * Source: Linux, net/ipv4/tcp_ipv4.c, get_tcp4_sock.
 */
export function unacknowledgedBytes(
  socket: Pick<Socket, 'localPort' | 'remotePort' | 'localFamily'>,
): number | undefined {
  const { localPort, remotePort, localFamily } = socket;
  if (process.platform !== 'linux' || localPort === undefined || remotePort === undefined) {
    return undefined;
  }
  try {
    const table = readFileSync(localFamily === 'IPv6' ? TABLES.IPv6 : TABLES.IPv4, 'latin1');
    return queueInTable(table, localPort, remotePort);
  } catch {
    return undefined;
  }
}

/**
 * The send queue of the connection between two ports, in a table of the kernel's. Undefined where none
 * is listed, or several: one machine may have the same ports at two addresses.
 */
export function queueInTable(
  table: string,
  localPort: number,
  remotePort: number,
): number | undefined {
  const row = new RegExp(
    `^ *\\d+: [0-9A-F]+:${hexPort(localPort)} [0-9A-F]+:${hexPort(remotePort)} [0-9A-F]{2} ([0-9A-F]+):`,
    'gm',
  );
  const queues = [...table.matchAll(row)].map(([, queue = '']) => Number.parseInt(queue, 16));
  return queues.length === 1 ? queues[0] : undefined;
}

function hexPort(port: number): string {
  return port.toString(16).toUpperCase().padStart(4, '0');
}
