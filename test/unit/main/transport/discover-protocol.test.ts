import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { discoverProtocol } from '../../../../main/transport/discover-protocol.ts';
import { inEnglish } from '../../../support/in-english.ts';

const GREETING = '\x02\x80\x02\x82pb\x04\x82none';

async function portOf(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
  });
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** The protocol, or the problem's kind and sentence; no time is waited for. */
async function foundAt(port: number, path?: string): Promise<string> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const address = {
    kind: 'host',
    host: '127.0.0.1',
    port,
    useTls: false,
    proxyConnectionString: undefined,
  } as const;
  const question = { address, extras: {}, path };
  const asked = discoverProtocol(question, new AbortController().signal);
  let isAnswered = false;
  void asked.then(() => {
    isAnswered = true;
  });
  while (!isAnswered && vi.getTimerCount() === 0) await nextTurn();
  // Gives a greeting the time to arrive.
  for (let turn = 0; turn < 20; turn += 1) await nextTurn();
  vi.advanceTimersByTime(3_000);
  const outcome = await asked;
  return outcome.ok ? outcome.value : `${outcome.problem.kind}: ${inEnglish(outcome.problem)}`;
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

const greets = (text: string): Server =>
  createServer((socket) => void socket.write(Buffer.from(text, 'latin1')));

describe('the protocol of a port', () => {
  it('is that of a master that greets', async () => {
    expect(await foundAt(await portOf(greets(GREETING)))).toBe('pb');
  });

  it('is that of a master whose greeting comes in pieces', async () => {
    const server = createServer((socket) => {
      socket.setNoDelay(true);
      socket.write(Buffer.from(GREETING.slice(0, 1), 'latin1'));
      setImmediate(() => socket.write(Buffer.from(GREETING.slice(1), 'latin1')));
    });
    expect(await foundAt(await portOf(server))).toBe('pb');
  });

  it('is that of a master that greets late', async () => {
    const server = createServer((socket) => {
      socket.once('data', () => socket.write(Buffer.from(GREETING, 'latin1')));
    });
    expect(await foundAt(await portOf(server))).toBe('pb');
  });

  it('is that of a web server that asks for a login, without having been given one', async () => {
    const requests: unknown[] = [];
    const server = createHttpServer();
    server.on('upgrade', ({ url, headers }, socket) => {
      requests.push([url, headers.upgrade, headers.authorization]);
      socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
    });
    expect(await foundAt(await portOf(server), 'ws')).toBe('msgpack_experimental_v7');
    expect(requests).toEqual([['/ws', 'websocket', undefined]]);
  });

  it.each([
    [
      'another web server',
      () => createHttpServer((_request, response) => response.end('a page')),
      /offers no WebSocket/,
    ],
    ['SSH', () => greets('SSH-2.0-OpenSSH_9.2\r\n'), /speaks SSH/],
    ['TLS', () => greets('\x15\x03\x01\x00\x02\x02\x16'), /speaks TLS and this worker does not/],
    ['a single letter', () => createServer((socket) => socket.end('S')), /"S"/],
    ['half a line', () => greets('220 mail'), /"220 mail"/],
    ['nothing', () => createServer((socket) => socket.end()), /closed the connection without an a/],
  ])('is none where something else listens: %s', async (_what, make, sentence) => {
    const found = await foundAt(await portOf(make()));
    expect(found).toMatch(/^not-a-master: /);
    expect(found).toMatch(sentence);
  });

  it('is none where nothing listens', async () => {
    const server = createServer();
    const port = await portOf(server);
    server.close();
    await once(server, 'close');
    expect(await foundAt(port)).toMatch(/^refused: /);
  });
});
