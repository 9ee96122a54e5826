import { writeFile } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { hasX11Tray } from '../../../../main/desktop/has-x11-tray.ts';
import { notOn } from '../../../support/only-on.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

const dir = temporaryBasedir();

interface Server {
  /** The owner of each selection that was ever named, as a window's number. */
  readonly owners?: Readonly<Record<string, number>>;
  /** The cookie without which nobody is let in. */
  readonly cookie?: Buffer;
  /** Answers that come byte by byte. */
  readonly isSlow?: boolean;
}

/** An X server with display number 7, as far as it is asked here. */
async function xServer({ owners = {}, cookie, isSlow = false }: Server): Promise<void> {
  const names = Object.keys(owners);
  const server = createServer((socket) => {
    let received = Buffer.alloc(0);
    let isOpen = false;
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      for (;;) {
        const length = isOpen ? requestLength(received) : setupLength(received);
        if (length === undefined || received.length < length) return;
        const request = received.subarray(0, length);
        received = received.subarray(length);
        send(socket, isOpen ? answerTo(request, names, owners) : letIn(request, cookie), isSlow);
        isOpen = true;
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(dir.at('X7'), resolve));
  onTestFinished(() => void server.close());
}

function send(socket: Socket, answer: Buffer, isSlow: boolean): void {
  if (!isSlow) socket.write(answer);
  else for (const byte of answer) socket.write(Buffer.from([byte]));
}

const paddedLength = (length: number): number => Math.ceil(length / 4) * 4;

function setupLength(bytes: Buffer): number | undefined {
  if (bytes.length < 12) return undefined;
  return 12 + paddedLength(bytes.readUInt16LE(6)) + paddedLength(bytes.readUInt16LE(8));
}

function requestLength(bytes: Buffer): number | undefined {
  return bytes.length < 4 ? undefined : bytes.readUInt16LE(2) * 4;
}

function letIn(setup: Buffer, cookie: Buffer | undefined): Buffer {
  const given = setup.subarray(12 + paddedLength(setup.readUInt16LE(6)));
  const isKnown = cookie === undefined || given.subarray(0, cookie.length).equals(cookie);
  const more = Buffer.alloc(40);
  const head = Buffer.alloc(8);
  head[0] = isKnown && setup[0] === 0x6c && setup.readUInt16LE(2) === 11 ? 1 : 0;
  head.writeUInt16LE(more.length / 4, 6);
  return Buffer.concat([head, more]);
}

function answerTo(
  request: Buffer,
  names: readonly string[],
  owners: Readonly<Record<string, number>>,
): Buffer {
  const answer = Buffer.alloc(32);
  answer[0] = 1;
  const length = request.readUInt16LE(4);
  if (request[0] === 16) {
    const name = request.subarray(8, 8 + length).toString();
    answer.writeUInt32LE(names.indexOf(name) + 1, 8);
  } else answer.writeUInt32LE(owners[names[request.readUInt32LE(4) - 1] ?? ''] ?? 0, 8);
  return answer;
}

const asked = (env: Record<string, string> = {}) =>
  hasX11Tray({ DISPLAY: ':7', HOME: dir.path, ...env }, dir.path);

/** An entry of `.Xauthority`. */
function entry(display: string, data: Buffer): Buffer {
  const field = (bytes: Buffer): Buffer => {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(bytes.length);
    return Buffer.concat([length, bytes]);
  };
  return Buffer.concat([
    ...[Buffer.from([1, 0]), field(Buffer.from('host')), field(Buffer.from(display))],
    ...[field(Buffer.from('MIT-MAGIC-COOKIE-1')), field(data)],
  ]);
}

const ON_UNIX = notOn('win32', 'Windows has no X server of its own');

describe('a panel that embeds', ON_UNIX, () => {
  it('is there where it owns the selection of its screen', async () => {
    await xServer({ owners: { _NET_SYSTEM_TRAY_S0: 42, _NET_SYSTEM_TRAY_S1: 0 } });
    expect(await asked()).toBe(true);
    expect(await asked({ DISPLAY: ':7.0' })).toBe(true);
    expect(await asked({ DISPLAY: 'unix:7.1' })).toBe(false);
  });

  it('is not there where nobody has named the selection', async () => {
    await xServer({});
    expect(await asked()).toBe(false);
  });

  it('is found though answers come in pieces', async () => {
    await xServer({ owners: { _NET_SYSTEM_TRAY_S0: 1 }, isSlow: true });
    expect(await asked()).toBe(true);
  });

  it('is asked for with the cookie of the display', async () => {
    const cookie = Buffer.from('0123456789abcdef');
    await xServer({ owners: { _NET_SYSTEM_TRAY_S0: 1 }, cookie });
    expect(await asked()).toBe(false);
    const entries = [entry('1', Buffer.from('another display!')), entry('7', cookie)];
    await writeFile(dir.at('.Xauthority'), Buffer.concat(entries));
    expect(await asked()).toBe(true);
    await writeFile(dir.at('.Xauthority'), Buffer.concat(entries).subarray(0, 30));
    expect(await asked()).toBe(false);
  });

  it.each(['', 'far.example.org:0', ':8', 'nonsense'])(
    'is not there at the display "%s"',
    async (DISPLAY) => {
      await xServer({ owners: { _NET_SYSTEM_TRAY_S0: 1 } });
      expect(await asked({ DISPLAY })).toBe(false);
    },
  );
});
