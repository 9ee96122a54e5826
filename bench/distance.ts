import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** One way, as between two cities. */
const ONE_WAY_MS = 5;

/** A port on loopback that leads to another one as if it were far away: late, and as wide as ever. */
export class Distance {
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async to(port: number): Promise<Distance> {
    const server = createServer((near) => {
      const far = connect(port, '127.0.0.1');
      carry(near, far);
      carry(far, near);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new Distance(server);
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  close(): void {
    this.#server.close();
  }
}

/** Timers of one length fire in the order they were set, so the bytes keep theirs. */
function carry(from: Socket, to: Socket): void {
  from.setNoDelay(true);
  from.on('data', (chunk) => setTimeout(() => to.write(chunk), ONE_WAY_MS));
  from.on('close', () => setTimeout(() => to.destroy(), ONE_WAY_MS));
  from.on('error', () => {});
}
