import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { SocketTransport } from './socket-transport.ts';

/** A port of this machine that others on it may connect to. */
export interface LoopbackListener {
  readonly port: number;
  /** Listens no more and ends every connection. Resolves when the port is free; twice does no harm. */
  close(): Promise<void>;
}

/**
 * Listens on 127.0.0.1, which other machines cannot reach; `port` 0 takes any that is free.
 *
 * Errors: rejects with Node's error, such as EADDRINUSE for a port that is taken.
 */
export async function listenOnLoopback(
  port: number,
  onConnection: (transport: SocketTransport) => void,
): Promise<LoopbackListener> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    onConnection(new SocketTransport(socket, `127.0.0.1:${socket.remotePort}`));
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port to listen on');
  const closed = once(server, 'close');
  return {
    port: address.port,
    async close() {
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
