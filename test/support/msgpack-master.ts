import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { plainText } from '../../main/lib/plain-text.ts';
import { silentLogger } from '../../main/logging/logger.ts';
import { MsgpackError } from '../../main/msgpack/limits.ts';
import type { Fields } from '../../main/msgpack/message-from.ts';
import { MsgpackSession, type Request } from '../../main/msgpack/msgpack-session.ts';
import type { MsgpackValue } from '../../main/msgpack/msgpack-value.ts';

const SETTINGS: Fields = {
  newline_re: String.raw`(\r\n|\r(?=.)|\033\[u|\033\[[0-9]+;[0-9]+[Hf]|\033\[2J|\x08+)`,
  max_line_length: 4096,
  buffer_timeout: 5,
  buffer_size: 64 * 1024,
};

export function mapOf(fields: Fields): ReadonlyMap<string, MsgpackValue> {
  return new Map(Object.entries(fields));
}

/** A small master on loopback that speaks MessagePack, without any of a real one's defects. */
export class MsgpackMaster {
  readonly #server: Server;
  readonly #sockets: WebSocketServer;
  #waiting: ((worker: RemoteMsgpackWorker) => void)[] = [];
  readonly #password: string;
  /** Whether a worker that comes in is attached as a real master does it. */
  attaches = true;
  settings: Fields = SETTINGS;

  private constructor(server: Server, password: string) {
    this.#server = server;
    this.#password = password;
    this.#sockets = new WebSocketServer({ noServer: true });
    server.on('upgrade', (request, socket, head) => this.#upgrade(request, socket as Socket, head));
  }

  /** A master that lets in `w`. For tests there is `msgpackMaster`. */
  static async listen(port = 0, password = 'p'): Promise<MsgpackMaster> {
    const server = createServer((_request, response) => response.writeHead(400).end());
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return new MsgpackMaster(server, password);
  }

  get port(): number {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return address.port;
  }

  /** The next worker that is attached; to be asked before it comes. */
  nextWorker(): Promise<RemoteMsgpackWorker> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  close(): void {
    for (const web of this.#sockets.clients) web.terminate();
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #upgrade(request: IncomingMessage, socket: Socket, head: Buffer): void {
    const login = `Basic ${Buffer.from(`w:${this.#password}`).toString('base64')}`;
    if (request.headers.authorization !== login) {
      socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
      return;
    }
    this.#sockets.handleUpgrade(request, socket, head, (web) => void this.#loggedIn(web, socket));
  }

  async #loggedIn(web: WebSocket, socket: Socket): Promise<void> {
    const worker = new RemoteMsgpackWorker(web, socket);
    try {
      if (this.attaches) await worker.attach(this.settings);
    } catch {
      return; // It went away meanwhile.
    }
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve(worker);
  }
}

/** An update's key and value, as they came. */
export type ReceivedPair = readonly [key: string, value: MsgpackValue];

/** A command that was given to the worker. */
export class RemoteMsgpackCommand {
  readonly pairs: ReceivedPair[] = [];
  /** The text of its failure, or null; undefined when the worker was lost. */
  readonly completed: Promise<string | null | undefined>;
  complete!: (reason: string | null | undefined) => void;
  /** How often the worker completed it. */
  completions = 0;

  constructor() {
    this.completed = new Promise((resolve) => {
      this.complete = resolve;
    });
  }

  valueOf(key: string): MsgpackValue | undefined {
    return this.pairs.find(([found]) => found === key)?.[1];
  }

  /** Texts of one stream, joined. */
  text(stream: string): string {
    return this.pairs
      .filter(([key]) => key === stream)
      .map(([, value]) => (Array.isArray(value) ? String(value[0]) : ''))
      .join('');
  }
}

/** A worker that has logged in at the master. */
export class RemoteMsgpackWorker {
  readonly session: MsgpackSession;
  readonly web: WebSocket;
  readonly socket: Socket;
  /** Settles when the connection has ended. */
  readonly ended: Promise<void>;
  info: ReadonlyMap<MsgpackValue, MsgpackValue> = new Map();
  /** What the worker asked besides updates, as `op` and its entries. */
  readonly requests: (readonly [op: string, fields: Readonly<Record<string, unknown>>])[] = [];
  /** Answers those requests. */
  answer: (request: Request) => MsgpackValue | Promise<MsgpackValue> = () => null;
  onPair: ((pair: ReceivedPair) => void) | undefined;
  /** Updates are answered when this settles. */
  updatesAnswered: Promise<void> | undefined;
  readonly #commands = new Map<string, RemoteMsgpackCommand>();
  #lastCommandId = 0;

  constructor(web: WebSocket, socket: Socket) {
    this.web = web;
    this.socket = socket;
    this.session = new MsgpackSession({
      send: (message) => web.send(message),
      answer: (request) => this.#answer(request),
      logger: silentLogger,
    });
    web.on('message', (data: Buffer) => this.#receive(data));
    web.on('error', () => {});
    this.ended = new Promise((resolve) => {
      web.once('close', () => {
        this.session.connectionLost('the worker is gone');
        for (const command of this.#commands.values()) command.complete(undefined);
        resolve();
      });
    });
  }

  /** A worker that sends what is not to be read loses its connection. */
  #receive(data: Buffer): void {
    try {
      this.session.receive(data);
    } catch (error) {
      if (!(error instanceof MsgpackError)) throw error;
      this.web.terminate();
    }
  }

  /** Asks what a real master asks, in its order. */
  async attach(settings: Fields): Promise<void> {
    await this.session.call('print', { message: 'attached' });
    const info = await this.session.call('get_worker_info');
    if (info instanceof Map) this.info = info;
    await this.session.call('set_worker_settings', { args: mapOf(settings) });
    const listing = await this.startCommand('listdir', { path: this.basedir });
    await listing.completed;
    const paths = ['linux', 'docs'].map((name) => `${this.basedir}/${name}`);
    await (await this.startCommand('mkdir', { paths })).completed;
  }

  get basedir(): string {
    return plainText(this.info.get('basedir'));
  }

  /** Resolves when the worker has taken the command. */
  async startCommand(
    commandName: string,
    args: Fields,
    builderName?: string,
  ): Promise<RemoteMsgpackCommand & { readonly id: string }> {
    this.#lastCommandId += 1;
    const id = String(this.#lastCommandId);
    const command = Object.assign(new RemoteMsgpackCommand(), { id });
    this.#commands.set(id, command);
    await this.session.call('start_command', {
      command_id: id,
      command_name: commandName,
      args: mapOf(args),
      ...(builderName !== undefined && { builder_name: builderName }),
    });
    return command;
  }

  shell(command: string, builderName = 'linux', changes: Fields = {}) {
    const workdir = `${this.basedir}/${builderName}/build`;
    const args = { command, workdir, logEnviron: false, ...changes };
    return this.startCommand('shell', args, builderName);
  }

  interrupt(id: string, why: string): Promise<MsgpackValue> {
    return this.session.call('interrupt_command', { command_id: id, why });
  }

  #answer(request: Request): MsgpackValue | Promise<MsgpackValue> {
    const { command_id: id, args, ...others } = Object.fromEntries(request.fields);
    const command = this.#commands.get(String(id));
    if (request.op === 'update' && command) {
      for (const [key, value] of args as [string, MsgpackValue][]) {
        if (this.onPair) this.onPair([key, value]);
        else command.pairs.push([key, value]);
      }
      return this.updatesAnswered?.then(() => null) ?? null;
    }
    if (request.op === 'complete' && command) {
      command.completions += 1;
      command.complete(args as string | null);
      return null;
    }
    const { op: _op, seq_number: _number, ...rest } = others;
    this.requests.push([request.op, args === undefined ? rest : { ...rest, args }]);
    return this.answer(request);
  }
}
