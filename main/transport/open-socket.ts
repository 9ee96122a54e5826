import { readdir, readFile } from 'node:fs/promises';
import { connect as connectSocket, isIP, type Socket } from 'node:net';
import { join } from 'node:path';
import { type ConnectionOptions, connect as connectTls, rootCertificates } from 'node:tls';
import type { Endpoint, TlsEndpoint, Trust } from './endpoint.ts';

/**
 * How long one of several addresses of a host may take before the next is tried. Node's own 250 ms
 * gives up on slow links that work.
 */
const ATTEMPT_TIMEOUT_MS = 3_000;

/**
 * A connected socket; TLS endpoints have shaken hands.
 *
 * `tunnel` replaces the TCP connection where a proxy has made one already.
 *
 * Errors: rejects with Node's error, whose `code` tells what happened; ETIMEDOUT when `signal` aborts.
 */
export async function openSocket(
  endpoint: Endpoint,
  signal: AbortSignal,
  tunnel?: Socket,
): Promise<Socket> {
  switch (endpoint.kind) {
    case 'unix':
      return settled(connectSocket({ path: endpoint.path }), 'connect', signal);
    case 'tcp':
      return tunnel ?? settled(connectSocket(tcpOptions(endpoint)), 'connect', signal);
    case 'tls': {
      const carrier = await openSocket(endpoint.carrier, signal, tunnel);
      try {
        const options = await tlsOptions(endpoint);
        return await settled(connectTls({ ...options, socket: carrier }), 'secureConnect', signal);
      } catch (error) {
        carrier.destroy();
        throw error;
      }
    }
  }
}

function tcpOptions({ host, port, bindAddress }: Extract<Endpoint, { kind: 'tcp' }>) {
  return {
    host,
    port,
    autoSelectFamilyAttemptTimeout: ATTEMPT_TIMEOUT_MS,
    ...(bindAddress !== undefined && { localAddress: bindAddress }),
  };
}

async function tlsOptions(endpoint: TlsEndpoint): Promise<ConnectionOptions> {
  const { checkedName, trust, certificatePath, privateKeyPath } = endpoint;
  return {
    minVersion: 'TLSv1.2',
    ...(checkedName !== undefined && isIP(checkedName) === 0 && { servername: checkedName }),
    ...(checkedName !== undefined
      ? { host: checkedName }
      : { checkServerIdentity: () => undefined }),
    ...(await authorities(trust)),
    ...(certificatePath !== undefined && { cert: await readFile(certificatePath) }),
    ...(privateKeyPath !== undefined && { key: await readFile(privateKeyPath) }),
  };
}

async function authorities(trust: Trust): Promise<ConnectionOptions> {
  switch (trust.kind) {
    case 'anybody':
      return { rejectUnauthorized: false };
    case 'system':
      return { ca: [...rootCertificates, ...(await systemCertificates())] };
    case 'directory':
      return { ca: await certificatesIn(trust.path) };
  }
}

/** Where Linux distributions keep their bundle; Node itself brings only Mozilla's list. */
const SYSTEM_BUNDLES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
];

async function systemCertificates(): Promise<string[]> {
  const named = process.env.SSL_CERT_FILE;
  for (const path of named ? [named] : SYSTEM_BUNDLES) {
    try {
      return [await readFile(path, 'utf8')];
    } catch {
      // The next distribution's place.
    }
  }
  return [];
}

async function certificatesIn(directory: string): Promise<string[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.pem'));
  return Promise.all(names.sort().map((name) => readFile(join(directory, name), 'utf8')));
}

/** The socket once `event` has come; it is destroyed when that fails or `signal` ends the try. */
export function settled<S extends Socket>(
  socket: S,
  event: 'connect' | 'secureConnect',
  signal: AbortSignal,
): Promise<S> {
  return new Promise((resolve, reject) => {
    const finish = (act: () => void): void => {
      signal.removeEventListener('abort', abort);
      socket.removeListener('error', refused);
      socket.removeListener('close', closed);
      socket.removeListener(event, accepted);
      act();
    };
    const refuse = (error: Error): void => {
      finish(() => reject(error));
      // What a dying socket still has to say interests nobody.
      socket.on('error', () => {});
      socket.destroy();
    };
    const refused = (error: Error): void => refuse(error);
    const closed = (): void => refuse(coded('ECONNRESET', 'the connection was closed'));
    const abort = (): void => refuse(coded('ETIMEDOUT', 'the try was ended'));
    const accepted = (): void => finish(() => resolve(socket));
    socket.once('error', refused);
    socket.once('close', closed);
    socket.once(event, accepted);
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
  });
}

function coded(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}
