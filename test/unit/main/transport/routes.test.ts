import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import type { MasterAddress } from '../../../../main/contract/worker-config.ts';
import { dial } from '../../../../main/transport/dial.ts';

const FIXTURES = join(import.meta.dirname, '../../../fixtures/tls');
const AUTHORITIES = join(FIXTURES, 'authorities');
const servers: Server[] = [];
const sockets = new Set<Socket>();

afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  await Promise.all(servers.splice(0).map((server) => new Promise((done) => server.close(done))));
});

function keep(socket: Socket): Socket {
  sockets.add(socket);
  socket.on('error', () => {});
  return socket;
}

async function portOf(server: Server, ...where: [host: string] | [path: string]): Promise<number> {
  servers.push(server.on('connection', keep));
  const isPath = where[0].startsWith('/');
  await new Promise<void>((done) => {
    if (isPath) server.listen(where[0], done);
    else server.listen(0, where[0], done);
  });
  const address = server.address();
  return address !== null && typeof address === 'object' ? address.port : 0;
}

function tlsServer(name: string): Server {
  const cert = readFileSync(join(FIXTURES, `${name}.crt`));
  const key = readFileSync(join(FIXTURES, `${name}.key`));
  const server = createTlsServer({ cert, key }, (socket) => keep(socket).end('a master'));
  return server.on('tlsClientError', () => {});
}

const greeter = (): Server => createServer((socket) => socket.end('a master'));

function byString(connectionString: string): MasterAddress {
  return { kind: 'connection-string', connectionString };
}

/** What the other end says, or the problem's kind and sentence. */
async function greetingOf(address: MasterAddress): Promise<string> {
  const outcome = await dial(address, AbortSignal.timeout(5000));
  if (!outcome.ok) return `${outcome.problem.kind}: ${outcome.problem.sentence}`;
  return new Promise((resolve) => {
    let text = '';
    outcome.value.listen({
      onData: (chunk) => {
        text += Buffer.from(chunk).toString();
      },
      onClosed: () => resolve(text),
    });
  });
}

describe('dial', () => {
  it('reaches an IPv6 master', async () => {
    const port = await portOf(greeter(), '::1');
    expect(await greetingOf(byString(`tcp:host=\\:\\:1:port=${port}`))).toBe('a master');
  });

  it('reaches a master on a UNIX socket, and says when nobody is there', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'buildtray-'));
    const path = join(dir, 'master.sock');
    await portOf(greeter(), path);
    expect(await greetingOf(byString(`unix:path=${path}`))).toBe('a master');
    expect(await greetingOf(byString(`unix:path=${path}.gone`))).toContain('ENOENT');
    rmSync(dir, { recursive: true });
  });

  it('reaches a TLS master behind an authority of its own', async () => {
    const port = await portOf(tlsServer('localhost'), '127.0.0.1');
    const address = byString(`tls:localhost:${port}:trustRoots=${AUTHORITIES}`);
    expect(await greetingOf(address)).toBe('a master');
  });

  it('does not ask who the master is where ssl: says nothing, as Twisted has it', async () => {
    const port = await portOf(tlsServer('other'), '127.0.0.1');
    expect(await greetingOf(byString(`ssl:localhost:${port}`))).toBe('a master');
  });

  it.each([
    ['localhost', '', 'the authority that signed the master'],
    ['other', `:trustRoots=${AUTHORITIES}`, 'is for another name'],
    ['expired', `:trustRoots=${AUTHORITIES}`, 'has expired'],
  ])('refuses the certificate "%s" with%s and says why', async (name, trust, why) => {
    const port = await portOf(tlsServer(name), '127.0.0.1');
    const said = await greetingOf(byString(`tls:localhost:${port}${trust}`));
    expect(said).toMatch(/^tls-refused: No secure connection to localhost:/);
    expect(said).toContain(why);
  });

  it('says that a port does not speak TLS', async () => {
    const port = await portOf(
      createServer((socket) => socket.write('HTTP/1.0 400 Bad Request\r\n\r\n')),
      '127.0.0.1',
    );
    expect(await greetingOf(byString(`tls:localhost:${port}`))).toContain('does not speak TLS');
  });

  it('goes through a proxy, and keeps what the master said in the same packet', async () => {
    const masterPort = await portOf(greeter(), '127.0.0.1');
    const requests: string[] = [];
    const proxyPort = await portOf(
      createServer((client) => {
        client.once('data', (request) => {
          requests.push(request.toString());
          const master = keep(connect(masterPort, '127.0.0.1'));
          master.once('data', (greeting) => {
            client.end(Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\nVia: x\r\n\r\n'), greeting]));
          });
        });
      }),
      '127.0.0.1',
    );
    const address: MasterAddress = {
      kind: 'host',
      host: 'farm.example.org',
      port: 9989,
      useTls: false,
      proxyConnectionString: `tcp:127.0.0.1:${proxyPort}`,
    };
    expect(await greetingOf(address)).toBe('a master');
    expect(requests).toEqual([
      'CONNECT farm.example.org:9989 HTTP/1.1\r\nHost: farm.example.org:9989\r\n\r\n',
    ]);
  });

  it('goes to a TLS master through a proxy', async () => {
    const masterPort = await portOf(tlsServer('localhost'), '127.0.0.1');
    const proxyPort = await portOf(
      createServer((client) => {
        client.once('data', () => {
          const master = keep(connect(masterPort, '127.0.0.1'));
          client.write('HTTP/1.1 200 OK\r\n\r\n');
          client.pipe(master).pipe(client);
        });
      }),
      '127.0.0.1',
    );
    const address: MasterAddress = {
      kind: 'host',
      host: 'localhost',
      port: masterPort,
      useTls: true,
      proxyConnectionString: `tcp:127.0.0.1:${proxyPort}`,
    };
    // Through the proxy the certificate is checked as well: our test authority is not the system's.
    expect(await greetingOf(address)).toContain('the authority that signed');
  });

  it('says what a proxy answers when it refuses', async () => {
    const port = await portOf(
      createServer((socket) => {
        socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      }),
      '127.0.0.1',
    );
    const address: MasterAddress = {
      kind: 'host',
      host: 'farm.example.org',
      port: 9989,
      useTls: false,
      proxyConnectionString: `tcp:127.0.0.1:${port}`,
    };
    expect(await greetingOf(address)).toBe(
      `proxy-refused: The proxy 127.0.0.1:${port} does not let us through to farm.example.org:9989: it answered "HTTP/1.1 403 Forbidden".`,
    );
  });
});
