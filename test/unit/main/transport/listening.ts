import { connect, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { afterEach } from 'vitest';
import { createDial } from '../../../../main/transport/dial.ts';
import type { ConnectionExtras } from '../../../../main/worker-settings/connection-extras.ts';
import type { MasterAddress } from '../../../../main/worker-settings/worker-config.ts';
import { inEnglish } from '../../../support/in-english.ts';
import { type CertificateName, keyPairOf } from '../../../support/tls-fixtures.ts';

/** Servers of a test, closed after it. */
export function testServers() {
  const servers: Server[] = [];
  const sockets = new Set<Socket>();
  afterEach(async () => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
    await Promise.all(servers.splice(0).map((server) => new Promise((done) => server.close(done))));
  });
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket.on('error', () => {});
  };
  return {
    keep,
    /** Listens on a host's free port, which is given back, or on a path. */
    async portOf(server: Server, where = '127.0.0.1'): Promise<number> {
      servers.push(server.on('connection', keep));
      await new Promise<void>((done) => {
        if (where.startsWith('/')) server.listen(where, done);
        else server.listen(0, where, done);
      });
      const address = server.address();
      return address !== null && typeof address === 'object' ? address.port : 0;
    },
    /** Sends its name, like a master, through TLS. */
    tlsServer(name: CertificateName): Server {
      const server = createTlsServer(keyPairOf(name), (socket) => keep(socket).end('a master'));
      return server.on('tlsClientError', () => {});
    },
    /** Answers each connection so and closes. */
    answering(text: string): Server {
      return createServer((socket) => socket.once('data', () => socket.end(text)));
    },
    greeter: (): Server => createServer((socket) => socket.end('a master')),
    to: (port: number): Socket => keep(connect(port, '127.0.0.1')),
  };
}

export function byString(connectionString: string): MasterAddress {
  return { kind: 'connection-string', connectionString };
}

export function byHost(changes: Partial<Extract<MasterAddress, { kind: 'host' }>>): MasterAddress {
  return {
    kind: 'host',
    host: 'farm.example.org',
    port: 9989,
    useTls: false,
    proxyConnectionString: undefined,
    ...changes,
  };
}

/** What the other end sends, or the problem's kind and sentence. */
export async function greetingOf(
  address: MasterAddress,
  extras: ConnectionExtras = {},
): Promise<string> {
  const outcome = await createDial(extras)(address, AbortSignal.timeout(5000));
  if (!outcome.ok) return `${outcome.problem.kind}: ${inEnglish(outcome.problem)}`;
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
