import { once } from 'node:events';
import http from 'node:http';
import net, { type AddressInfo } from 'node:net';

/** An HTTP proxy that knows CONNECT and nothing else. */
export interface ConnectProxy {
  readonly port: number;
  /** Where it was asked to connect to, each once. */
  readonly targets: readonly string[];
  close(): Promise<void>;
}

export async function startConnectProxy(): Promise<ConnectProxy> {
  const targets = new Set<string>();
  const sockets = new Set<net.Socket>();
  const server = http.createServer();
  server.on('connect', ({ url = '' }, client: net.Socket) => {
    targets.add(url);
    const [host, port] = url.split(':');
    const upstream = net.connect(Number(port), host, () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    get targets() {
      return [...targets];
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
