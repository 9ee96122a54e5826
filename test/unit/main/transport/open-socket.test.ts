import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TLSSocket } from 'node:tls';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type {
  Endpoint,
  TcpEndpoint,
  TlsEndpoint,
} from '../../../../main/transport/endpoint/endpoint.ts';
import { nameLookups } from '../../../../main/transport/name-lookups.ts';
import { openSocket } from '../../../../main/transport/open-socket.ts';
import { AUTHORITIES, pinsOf } from '../../../support/tls-fixtures.ts';
import { waitFor } from '../../../support/wait-for.ts';
import { testServers } from './listening.ts';

const { portOf, tlsServer, greeter, keep, to } = testServers();
const NEVER = new AbortController().signal;
const OURS = { authorities: AUTHORITIES };

const tcp = (port: number, changes: Partial<TcpEndpoint> = {}): TcpEndpoint => ({
  kind: 'tcp',
  host: '127.0.0.1',
  port,
  bindAddress: undefined,
  timeoutSeconds: undefined,
  ...changes,
});
const tls = (carrier: Endpoint): TlsEndpoint => ({
  kind: 'tls',
  checkedName: 'localhost',
  trust: { kind: 'system' },
  certificatePath: undefined,
  privateKeyPath: undefined,
  carrier,
});

async function opened(endpoint: Endpoint, changes = {}): Promise<Socket> {
  return keep(await openSocket(endpoint, { signal: NEVER, tls: OURS, ...changes }));
}

async function greetingOn(socket: Socket): Promise<string> {
  const [chunk] = await once(socket, 'data');
  return String(chunk);
}

/** A server that accepts and is silent, and the sockets that it holds. */
async function silent() {
  const sockets: Socket[] = [];
  const port = await portOf(createServer((socket) => sockets.push(socket.resume())));
  return { port, sockets };
}

describe('a host whose name no name server answers', () => {
  it.each([undefined, 0.01])(
    'is not called silent itself when the try ends, with a timeout of %s s of its own',
    async (timeoutSeconds) => {
      vi.spyOn(nameLookups, 'addressesOf').mockReturnValue(new Promise(() => {}));
      onTestFinished(() => void vi.restoreAllMocks());
      const signal = timeoutSeconds === undefined ? AbortSignal.timeout(10) : NEVER;
      const opening = openSocket(tcp(1, { host: 'ci', timeoutSeconds }), { signal, tls: OURS });
      await expect(opening).rejects.toMatchObject({ code: 'EAI_AGAIN' });
    },
  );
});

describe('a socket', () => {
  it('is connected over TCP, and leaves nobody listening for the way there', async () => {
    const socket = await opened(tcp(await portOf(greeter())));
    expect(await greetingOn(socket)).toBe('a master');
    // What is left is what this test added.
    expect([socket.listenerCount('error'), socket.listenerCount('connect')]).toEqual([1, 0]);
  });

  it('goes out by the address that is asked for', async () => {
    const { port, sockets } = await silent();
    await opened(tcp(port, { bindAddress: '127.0.0.2' }));
    expect(sockets.map(({ remoteAddress }) => remoteAddress)).toEqual(['127.0.0.2']);
  });

  it('is connected over a UNIX socket', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'buildtray-'));
    onTestFinished(() => rmSync(dir, { recursive: true }));
    const path = join(dir, 'master.sock');
    await portOf(greeter(), path);
    expect(await greetingOn(await opened({ kind: 'unix', path }))).toBe('a master');
  });

  it('is encrypted where that is asked for, over TCP or over what is open already', async () => {
    const port = await portOf(tlsServer('localhost'));
    const tunnel = to(port);
    await once(tunnel, 'connect');
    for (const options of [{}, { tunnel }]) {
      const socket = await opened(tls(tcp(port)), options);
      expect(socket).toBeInstanceOf(TLSSocket);
      expect(await greetingOn(socket)).toBe('a master');
    }
  });

  it('is the one that a proxy made, where nothing is encrypted', async () => {
    const tunnel = to(await portOf(greeter()));
    expect(await openSocket(tcp(1), { signal: NEVER, tls: {}, tunnel })).toBe(tunnel);
  });
});

describe('a try that fails', () => {
  const failure = (endpoint: Endpoint, changes = {}) =>
    openSocket(endpoint, { signal: NEVER, tls: OURS, ...changes }).then(
      () => 'open',
      ({ code }) => code,
    );

  it('has the code of what happened', async () => {
    expect(await failure(tcp(1))).toBe('ECONNREFUSED');
    expect(await failure({ kind: 'unix', path: '/no/such.sock' })).toBe('ENOENT');
    expect(await failure(tcp(1, { bindAddress: '192.0.2.1' }))).toBe('EADDRNOTAVAIL');
  });

  it('is ended before it began, or on its way, and leaves nothing open', async () => {
    const { port, sockets } = await silent();
    expect(await failure(tcp(port), { signal: AbortSignal.abort() })).toBe('ETIMEDOUT');
    const abort = new AbortController();
    const handshake = failure(tls(tcp(port)), { signal: abort.signal });
    await waitFor(() => expect(sockets.some(({ bytesRead }) => bytesRead > 0)).toBe(true));
    abort.abort();
    expect(await handshake).toBe('ETIMEDOUT');
    await waitFor(() => expect(sockets.every(({ destroyed }) => destroyed)).toBe(true));
  });

  it('is ended by the timeout of its connection string, and not once it is open', async () => {
    const socket = await opened(tcp((await silent()).port, { timeoutSeconds: 0.001 })).catch(
      ({ code }) => code as string,
    );
    expect(['ETIMEDOUT', socket]).toContain(socket);
    if (typeof socket !== 'string') expect(socket.destroyed).toBe(false);
  });

  it.each([
    ['closes', (socket: Socket) => socket.end()],
    ['resets', (socket: Socket) => socket.resetAndDestroy()],
  ])('in the middle of the handshake is TLS_CLOSED when the peer %s', async (_how, close) => {
    const port = await portOf(
      createServer((socket) => {
        socket.once('data', () => close(socket));
      }),
    );
    expect(await failure(tls(tcp(port)))).toBe('TLS_CLOSED');
  });

  it('closes the connection to a master with another certificate than the pinned one', async () => {
    const server = tlsServer('localhost');
    const closed = new Promise((resolve) => {
      server.once('connection', (socket) => socket.once('close', resolve));
    });
    const port = await portOf(server);
    const pin = pinsOf('other').certificate;
    expect(await failure(tls(tcp(port)), { tls: { pin } })).toBe('PIN_MISMATCH');
    await closed;
  });
});
