import { connect, type Socket } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { readWhole } from '../system/opening/read-whole.ts';

/** A server that does not answer in this time shows no icons either. */
const PATIENCE_MS = 2_000;

type Environment = Readonly<Record<string, string | undefined>>;

interface Display {
  readonly number: string;
  readonly screen: string;
}

/**
 * Whether a panel of the older kind shows tray icons: one that embeds them as windows (XEmbed), as those
 * of Xfce, MATE, i3 and many window managers do. Such a panel owns a selection of the X server, which
 * Electron puts its icon into where no other kind of panel is there.
 */
export async function hasX11Tray(
  env: Environment = process.env,
  socketDir = '/tmp/.X11-unix',
): Promise<boolean> {
  const display = displayFrom(env.DISPLAY);
  if (display === undefined) return false;
  const socket = connect(join(socketDir, `X${display.number}`));
  // Whoever reads is notified, too; but before that there is nobody.
  socket.on('error', () => {});
  socket.setTimeout(PATIENCE_MS, () => socket.destroy());
  try {
    const server = new XServer(socket);
    await server.open(await cookieFor(display, env));
    return await server.hasSelectionOwner(`_NET_SYSTEM_TRAY_S${display.screen}`);
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** Such as `:0` or `unix:0.1`; undefined for another machine's, whose panel is not ours. */
function displayFrom(name: string | undefined): Display | undefined {
  const found = /^(?:unix)?:(\d+)(?:\.(\d+))?$/.exec(name ?? '');
  if (found === null) return undefined;
  const [, number = '0', screen = '0'] = found;
  return { number, screen };
}

const MAX_FILE_BYTES = 1024 * 1024;
const COOKIE_NAME = 'MIT-MAGIC-COOKIE-1';

/** What lets a user's programs in; empty where the server asks for none. */
async function cookieFor({ number }: Display, env: Environment): Promise<Buffer> {
  try {
    const path = env.XAUTHORITY ?? join(env.HOME ?? homedir(), '.Xauthority');
    return cookieIn(await readWhole(path, MAX_FILE_BYTES), number) ?? Buffer.alloc(0);
  } catch {
    return Buffer.alloc(0);
  }
}

/** The file is a list of entries: a family, then address, display, name and data, each with its length. */
function cookieIn(file: Buffer, number: string): Buffer | undefined {
  let at = 0;
  const next = (): Buffer => {
    const length = file.readUInt16BE(at);
    at += 2 + length;
    return file.subarray(at - length, at);
  };
  while (at < file.length) {
    at += 2;
    next();
    const display = next().toString('latin1');
    const name = next().toString('latin1');
    const data = next();
    if (name === COOKIE_NAME && (display === number || display === '')) return data;
  }
  return undefined;
}

const LITTLE_ENDIAN = 0x6c;
const INTERN_ATOM = 16;
const GET_SELECTION_OWNER = 23;
const REPLY = 1;
const REPLY_BYTES = 32;

/** The three requests of the X protocol, version 11, that are needed here. */
class XServer {
  readonly #socket: Socket;
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(socket: Socket) {
    this.#socket = socket;
    this.#chunks = socket[Symbol.asyncIterator]();
  }

  /** Errors: it lets nobody in with that cookie. */
  async open(cookie: Buffer): Promise<void> {
    const name = Buffer.from(cookie.length === 0 ? '' : COOKIE_NAME);
    const head = Buffer.alloc(12);
    head[0] = LITTLE_ENDIAN;
    head.writeUInt16LE(11, 2);
    head.writeUInt16LE(name.length, 6);
    head.writeUInt16LE(cookie.length, 8);
    this.#socket.write(Buffer.concat([head, padded(name), padded(cookie)]));
    const answer = await this.#read(8);
    await this.#read(answer.readUInt16LE(6) * 4);
    if (answer[0] !== 1) throw new Error('the X server refuses the connection');
  }

  async hasSelectionOwner(selection: string): Promise<boolean> {
    const name = Buffer.from(selection);
    const ask = Buffer.alloc(8);
    // Only if somebody has named it already.
    ask[1] = 1;
    ask.writeUInt16LE(name.length, 4);
    const atom = await this.#request(INTERN_ATOM, ask, padded(name));
    if (atom === 0) return false;
    const askOwner = Buffer.alloc(8);
    askOwner.writeUInt32LE(atom, 4);
    return (await this.#request(GET_SELECTION_OWNER, askOwner)) !== 0;
  }

  /** Both requests are answered by a number at the same place. */
  async #request(code: number, head: Buffer, body: Buffer = Buffer.alloc(0)): Promise<number> {
    const request = Buffer.concat([head, body]);
    request[0] = code;
    request.writeUInt16LE(request.length / 4, 2);
    this.#socket.write(request);
    const reply = await this.#read(REPLY_BYTES);
    if (reply[0] !== REPLY) throw new Error('the X server reports an error');
    return reply.readUInt32LE(8);
  }

  async #read(bytes: number): Promise<Buffer> {
    while (this.#rest.length < bytes) {
      const { value, done } = await this.#chunks.next();
      if (done) throw new Error('the X server has closed the connection');
      this.#rest = Buffer.concat([this.#rest, value]);
    }
    const read = this.#rest.subarray(0, bytes);
    this.#rest = this.#rest.subarray(bytes);
    return read;
  }
}

/** To a multiple of four bytes. */
function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}
