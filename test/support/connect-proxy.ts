import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

export interface ConnectProxyOptions {
  /** `user:password` that it insists on; without it everybody may pass. */
  readonly login?: string;
}

/** A small HTTP proxy on loopback that knows CONNECT and nothing else. */
export class ConnectProxy {
  readonly port: number;
  /** The head of each request, as it came. */
  readonly requests: string[] = [];
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #login: string | undefined;

  private constructor(server: Server, { login }: ConnectProxyOptions) {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    this.port = address.port;
    this.#server = server;
    this.#login = login;
    server.on('connection', (client) => this.#serve(client));
  }

  static async listen(options: ConnectProxyOptions = {}): Promise<ConnectProxy> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new ConnectProxy(server, options);
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #serve(client: Socket): void {
    this.#keep(client);
    let head = '';
    const heard = (chunk: Buffer): void => {
      head += chunk.toString('latin1');
      if (!head.includes('\r\n\r\n')) return;
      client.removeListener('data', heard);
      client.pause();
      this.requests.push(head);
      this.#answer(client, head);
    };
    client.on('data', heard);
  }

  #answer(client: Socket, head: string): void {
    const [, host = '', port] = /^CONNECT \[?([^\s\]]+?)\]?:(\d+) HTTP\/1\.1\r\n/.exec(head) ?? [];
    if (port === undefined) {
      client.end('HTTP/1.1 405 Method Not Allowed\r\n\r\n');
      return;
    }
    if (this.#login !== undefined && loginFrom(head) !== this.#login) {
      client.end(
        'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="test"\r\n\r\n',
      );
      return;
    }
    const master = this.#keep(connect(Number(port), host));
    master.once('error', () => client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n'));
    master.once('connect', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      client.pipe(master).pipe(client);
      client.once('close', () => master.destroy());
      master.once('close', () => client.destroy());
    });
  }

  #keep(socket: Socket): Socket {
    this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket));
    return socket.on('error', () => {});
  }
}

function loginFrom(head: string): string | undefined {
  const [, credentials] = /^Proxy-Authorization: Basic (\S+)\r$/im.exec(head) ?? [];
  return credentials && Buffer.from(credentials, 'base64').toString('utf8');
}
