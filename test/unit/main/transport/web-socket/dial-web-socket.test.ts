import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createHttpServer, type IncomingMessage, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import {
  type AddressInfo,
  connect,
  createServer as createTcpServer,
  type Server as TcpServer,
} from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { dialWebSocket } from '../../../../../main/transport/web-socket/dial-web-socket.ts';
import type { MessageTransport } from '../../../../../main/transport/web-socket/message-transport.ts';
import type { MasterAddress } from '../../../../../main/worker-settings/worker-config.ts';
import { inEnglish } from '../../../../support/in-english.ts';

const FIXTURES = join(import.meta.dirname, '../../../../fixtures/tls');
const NEVER = new AbortController().signal;

async function portOf(server: TcpServer, path?: string): Promise<number> {
  onTestFinished(() => {
    if ('closeAllConnections' in server) (server as Server).closeAllConnections();
    server.close();
  });
  if (path === undefined) server.listen(0, '127.0.0.1');
  else server.listen(path);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** A web socket server that lets everybody in; the request and the socket of who came first. */
function accept(server: Server): Promise<{ request: IncomingMessage; web: WebSocket }> {
  const sockets = new WebSocketServer({ server });
  onTestFinished(() => {
    for (const web of sockets.clients) web.terminate();
    sockets.close();
  });
  return new Promise((resolve) => {
    sockets.once('connection', (web, request) => resolve({ web, request }));
  });
}

function at(port: number, changes: Partial<Extract<MasterAddress, { kind: 'host' }>> = {}) {
  return {
    kind: 'host',
    host: '127.0.0.1',
    port,
    useTls: false,
    proxyConnectionString: undefined,
    ...changes,
  } as const;
}

function tried(address: MasterAddress, changes: { path?: string; password?: string } = {}) {
  const request = { address, path: undefined, workerName: 'w', password: 'p', ...changes };
  return dialWebSocket(request, AbortSignal.timeout(5000), NEVER);
}

async function dialled(...args: Parameters<typeof tried>): Promise<MessageTransport> {
  const outcome = await tried(...args);
  if (!outcome.ok) throw new Error(inEnglish(outcome.problem));
  onTestFinished(() => outcome.value.destroy());
  return outcome.value;
}

async function problemAt(address: MasterAddress, path?: string): Promise<string> {
  const outcome = await tried(address, path === undefined ? {} : { path });
  return outcome.ok ? 'open' : `${outcome.problem.kind}: ${inEnglish(outcome.problem)}`;
}

describe('the login', () => {
  it('sends name and password in UTF-8, the port, and the path', async () => {
    const server = createHttpServer();
    const accepted = accept(server);
    const port = await portOf(server);
    await dialled(at(port), { path: 'farm/ws?x=1', password: 'pä:ss wörd 日本' });
    const { request } = await accepted;
    const [word, base64 = ''] = request.headers.authorization?.split(' ') ?? [];
    expect([word, Buffer.from(base64, 'base64').toString('utf8')]).toEqual([
      'Basic',
      'w:pä:ss wörd 日本',
    ]);
    expect([request.url, request.headers.host]).toEqual(['/farm/ws?x=1', `127.0.0.1:${port}`]);
    expect(request.headers['sec-websocket-extensions']).toBeUndefined();
    expect(request.headers['sec-websocket-protocol']).toBeUndefined();
  });

  it.each([
    [401, 'Unauthorized', /^wrong-password: .*worker name w or its password is wrong/],
    [404, 'Not Found', /^not-a-master: .*nothing at the path \/ws .*"404 Not Found"/],
    [502, 'Bad Gateway', /^unreachable: .*"502 Bad Gateway".*master behind it/],
    [200, 'OK', /^not-a-master: .*offers no WebSocket at the path \/ws .*"200 OK"/],
    [301, 'Moved', /^not-a-master: .*offers no WebSocket/],
    [400, 'port 1 does not match', /^protocol-error: .*"400 port 1 does not match"/],
  ])('explains what an answer of %i %s means', async (status, text, sentence) => {
    const server = createHttpServer((_request, response) => {
      response.writeHead(status, text).end('a page');
    });
    expect(await problemAt(at(await portOf(server)), '/ws')).toMatch(sentence);
  });

  it.each([
    ['a PB master', '\x02\x80\x02\x82pb\x04\x82none', /speaks Perspective Broker.*protocol to pb/],
    ['an SSH server', 'SSH-2.0-OpenSSH_9.2\r\n', /not a Buildbot master's port.*speaks SSH/],
    ['one that speaks TLS', '\x15\x03\x01\x00\x02\x02\x16', /speaks TLS and this worker does not/],
    ['one that hangs up', undefined, /closed the connection without an answer/],
  ])('knows %s', async (_who, greeting, sentence) => {
    const server = createTcpServer((socket) => {
      socket.on('error', () => {});
      if (greeting === undefined) socket.once('data', () => socket.destroy());
      else socket.end(Buffer.from(greeting, 'latin1'));
    });
    const problem = await problemAt(at(await portOf(server)));
    expect(problem).toMatch(/^not-a-master: /);
    expect(problem).toMatch(sentence);
  });

  it.each([
    [5_000, /^login-unanswered: .*has not answered the login for 5 s.*has to restart it/],
    [100, /^closed-by-master: .*closed the connection during the login/],
  ])(
    'that a master drops without an answer after %i ms is not called another port',
    async (waitedMs, sentence) => {
      const logins: (string | undefined)[] = [];
      const server = createHttpServer();
      server.on('upgrade', ({ headers }, socket) => {
        logins.push(headers.authorization);
        if (headers.authorization === undefined) socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
        else socket.destroy();
      });
      const port = await portOf(server);
      const times = [0, waitedMs];
      vi.spyOn(performance, 'now').mockImplementation(() => times.shift() ?? waitedMs);
      onTestFinished(() => void vi.restoreAllMocks());
      expect(await problemAt(at(port))).toMatch(sentence);
      expect(logins).toEqual([expect.stringMatching(/^Basic /), undefined]);
    },
  );

  it('gives up when nothing is answered', async () => {
    const server = createTcpServer((socket) => socket.on('error', () => {}));
    const port = await portOf(server);
    const connected = once(server, 'connection');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const problem = problemAt(at(port));
    const [socket] = await connected;
    await once(socket, 'data');
    vi.advanceTimersByTime(30_000);
    await once(socket, 'close');
    // It is asked once more, without a login.
    while (vi.getTimerCount() === 0) await new Promise((resolve) => setImmediate(resolve));
    vi.advanceTimersByTime(30_000);
    expect(await problem).toMatch(/^timed-out: .*did not answer as a web server within 30 s/);
  });

  it('ends when the worker leaves meanwhile', async () => {
    const server = createTcpServer((socket) => socket.on('error', () => {}));
    const port = await portOf(server);
    const connected = once(server, 'connection');
    const leave = new AbortController();
    const request = { address: at(port), path: undefined, workerName: 'w', password: 'p' };
    const outcome = dialWebSocket(request, AbortSignal.timeout(5000), leave.signal);
    const [socket] = await connected;
    await once(socket, 'data');
    leave.abort();
    expect((await outcome).ok).toBe(false);
    await once(socket, 'close');
  });

  it('explains a port where nothing listens as for PB', async () => {
    const server = createTcpServer();
    const port = await portOf(server);
    server.close();
    await once(server, 'close');
    expect(await problemAt(at(port))).toMatch(/^refused: Nothing listens on port/);
  });
});

describe('the way', () => {
  it('goes through TLS', async () => {
    const [cert, key] = ['localhost.crt', 'localhost.key'].map((name) =>
      readFileSync(join(FIXTURES, name)),
    );
    const server = createHttpsServer({ cert, key });
    const accepted = accept(server);
    const port = await portOf(server);
    const trustRoots = join(FIXTURES, 'authorities');
    const connectionString = `tls:localhost:${port}:trustRoots=${trustRoots}`;
    await dialled({ kind: 'connection-string', connectionString });
    expect((await accepted).request.headers.host).toBe(`localhost:${port}`);
    expect(await problemAt(at(port, { host: 'localhost', useTls: true }))).toMatch(
      /^unknown-issuer: /,
    );
  });

  it('goes through a UNIX socket', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'buildtray-'));
    onTestFinished(() => rmSync(dir, { recursive: true }));
    const path = join(dir, 'master.sock');
    const server = createHttpServer();
    const accepted = accept(server);
    await portOf(server, path);
    const address = { kind: 'connection-string', connectionString: `unix:path=${path}` } as const;
    const transport = await dialled(address, { path: '/a b' });
    expect([transport.peer, (await accepted).request.url]).toEqual([path, '/a%20b']);
  });

  it('goes through a proxy, to a host whose name is not ASCII', async () => {
    const server = createHttpServer();
    const accepted = accept(server);
    const port = await portOf(server);
    const proxyPort = await portOf(
      createTcpServer((client) => {
        client.once('data', () => {
          const master = connect(port, '127.0.0.1');
          client.write('HTTP/1.1 200 OK\r\n\r\n');
          client.pipe(master).pipe(client);
          client.on('close', () => master.destroy());
        });
      }),
    );
    const proxyConnectionString = `tcp:127.0.0.1:${proxyPort}`;
    await dialled(at(9990, { host: 'bücher.example', proxyConnectionString }));
    expect((await accepted).request.headers.host).toBe('xn--bcher-kva.example:9990');
  });
});

it('delivers what the master sent with its answer to the handshake', async () => {
  const server = createHttpServer();
  const accepted = accept(server).then(({ web }) => web.send(Buffer.from('at once')));
  const transport = await dialled(at(await portOf(server)));
  await accepted;
  const message = await new Promise<Uint8Array>((resolve) => {
    const ignore = (): void => {};
    transport.listen({
      onMessage: resolve,
      onText: ignore,
      onSignOfLife: ignore,
      onClosed: ignore,
    });
  });
  expect(Buffer.from(message).toString()).toBe('at once');
});
