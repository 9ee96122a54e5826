import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * What it does with what the worker sends: passes it on, reads it and answers nothing, reads a little
 * now and then, or reads nothing. In all but the first, nothing of the master's reaches the worker.
 */
export type LinkState = 'whole' | 'swallows' | 'reads-slowly' | 'stopped';

const SLOW_READ_BYTES = 256 * 1024;

/** The two links of one connection. */
interface Pair {
  readonly worker: Socket;
  readonly master: Socket;
  /** The master's link goes on without the worker's. */
  isHalf: boolean;
}

/** What lies between a worker and its master, on loopback, and can fail as networks and masters do. */
export class LinkProxy {
  /** How often it has read a little. */
  slowReads = 0;
  readonly #server: Server;
  readonly #pairs = new Set<Pair>();
  #state: LinkState = 'whole';
  #slowReader: NodeJS.Timeout | undefined;

  private constructor(server: Server, masterPort: number) {
    this.#server = server;
    server.on('connection', (worker) => this.#serve(worker, masterPort));
  }

  /** `host` is the address of this machine at which workers reach it. */
  static async before(masterPort: number, host = '127.0.0.1'): Promise<LinkProxy> {
    const server = createServer();
    server.listen(0, host);
    await once(server, 'listening');
    return new LinkProxy(server, masterPort);
  }

  get port(): number {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return address.port;
  }

  /** From now on, for good: connections that come later are closed at once. */
  become(state: Exclude<LinkState, 'whole'>): void {
    this.#state = state;
    clearInterval(this.#slowReader);
    for (const { worker, master } of this.#pairs) {
      worker.unpipe(master);
      master.unpipe(worker);
      if (state === 'swallows') worker.resume();
      else worker.pause();
    }
    if (state === 'reads-slowly') this.#slowReader = setInterval(() => this.#readSlowly(), 50);
  }

  /** Ends every link at once; those that come later are served as before. */
  cut(): void {
    for (const { worker, master } of this.#pairs) {
      worker.destroy();
      master.destroy();
    }
  }

  /** Ends every link for the worker alone; the master's ends after a time, as when its kernel gives up. */
  halfCut(masterEndsAfterMs: number): void {
    for (const pair of this.#pairs) {
      pair.worker.unpipe(pair.master);
      pair.master.unpipe(pair.worker);
      pair.isHalf = true;
      pair.worker.destroy();
      pair.master.resume();
      setTimeout(() => pair.master.destroy(), masterEndsAfterMs).unref();
    }
  }

  /** Passes nothing on for a time, and then all of it. */
  async hold(forMs: number): Promise<void> {
    const held = [...this.#pairs];
    for (const { worker, master } of held) {
      worker.unpipe(master);
      master.unpipe(worker);
    }
    await delay(forMs);
    for (const pair of held) {
      if (!this.#pairs.has(pair) || pair.isHalf) continue;
      pair.worker.pipe(pair.master);
      pair.master.pipe(pair.worker);
    }
  }

  #readSlowly(): void {
    for (const { worker } of this.#pairs) {
      let readBytes = 0;
      for (;;) {
        const chunk: Buffer | null = worker.read();
        readBytes += chunk?.byteLength ?? 0;
        if (chunk === null || readBytes >= SLOW_READ_BYTES) break;
      }
      if (readBytes > 0) this.slowReads += 1;
    }
  }

  #serve(worker: Socket, masterPort: number): void {
    if (this.#state !== 'whole') {
      worker.destroy();
      return;
    }
    const master = connect(masterPort, '127.0.0.1');
    const pair: Pair = { worker, master, isHalf: false };
    this.#pairs.add(pair);
    worker.pipe(master);
    master.pipe(worker);
    for (const socket of [worker, master]) {
      socket.on('error', () => {});
      socket.on('close', () => {
        if (pair.isHalf && socket === worker) return;
        this.#pairs.delete(pair);
        worker.destroy();
        master.destroy();
      });
    }
  }

  async close(): Promise<void> {
    clearInterval(this.#slowReader);
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.cut();
    await closed;
  }
}
