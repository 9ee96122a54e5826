import { X509Certificate } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { type ConnectionOptions, rootCertificates, type TLSSocket } from 'node:tls';
import { fileReasonOf } from '../../system/file-reason.ts';
import { readWhole } from '../../system/opening/read-whole.ts';
import type { TlsEndpoint, Trust } from '../endpoint/endpoint.ts';
import { TlsError } from '../tls-error.ts';
import { type CertificatePin, checkPin } from './certificate-pin.ts';

/** What the user added to a TLS connection; see `ConnectionExtras`. */
export interface TlsAdditions {
  readonly pin?: CertificatePin | undefined;
  /** A file or a directory. */
  readonly authorities?: string | undefined;
  /** To look at a certificate only: nothing secret may be sent then. */
  readonly isOnlyLookedAt?: boolean;
}

/** A certificate, a key or a directory of authorities could not be used. */
export class TrustFileError extends TlsError {
  override readonly name = 'TrustFileError';
  readonly code = 'TRUST_FILE';
}

/** Errors: rejects with a TrustFileError. */
export async function tlsOptions(
  endpoint: TlsEndpoint,
  additions: TlsAdditions,
): Promise<ConnectionOptions> {
  const { checkedName, certificatePath, privateKeyPath } = endpoint;
  return {
    minVersion: 'TLSv1.2',
    ...(checkedName !== undefined && isIP(checkedName) === 0 && { servername: checkedName }),
    ...(checkedName !== undefined
      ? { host: checkedName }
      : { checkServerIdentity: () => undefined }),
    ...(await authoritiesFor(endpoint.trust, additions)),
    ...(certificatePath !== undefined && {
      cert: await fileFor('own-certificate-unreadable', certificatePath),
    }),
    ...(privateKeyPath !== undefined && {
      key: await fileFor('own-key-unreadable', privateKeyPath),
    }),
  };
}

/** What OpenSSL has not looked at. Errors: throws as `checkPin`, or with OpenSSL's own code. */
export function checkPeer(socket: TLSSocket, { pin }: TlsAdditions): void {
  if (pin === undefined) return;
  const certificate = socket.getPeerX509Certificate();
  checkPin(certificate, pin);
  // Where the pin replaces the authority, nothing else checks the dates.
  if (certificate && Date.parse(certificate.validTo) < Date.now()) {
    throw Object.assign(new Error('the certificate has expired'), { code: 'CERT_HAS_EXPIRED' });
  }
}

async function authoritiesFor(
  trust: Trust,
  { pin, authorities, isOnlyLookedAt }: TlsAdditions,
): Promise<ConnectionOptions> {
  if (isOnlyLookedAt) return { rejectUnauthorized: false };
  if (trust.kind === 'directory') return { ca: await certificatesAt(trust.path) };
  if (authorities !== undefined) {
    const ours = await certificatesAt(authorities);
    return { ca: [...rootCertificates, ...(await systemCertificates()), ...ours] };
  }
  // A pin names the one certificate that counts: who signed it adds nothing.
  if (trust.kind === 'anybody' || pin !== undefined) return { rejectUnauthorized: false };
  return { ca: [...rootCertificates, ...(await systemCertificates())] };
}

/** A system's whole bundle has 300 KiB or less. */
const MAX_PEM_BYTES = 16 * 1024 * 1024;

async function readPem(path: string): Promise<string> {
  return (await readWhole(path, MAX_PEM_BYTES)).toString('utf8');
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
      return [await readPem(path)];
    } catch {
      // The next distribution's place.
    }
  }
  return [];
}

/**
 * The certificates of a PEM file, or of the `.pem` files of a directory; of those, Twisted leaves out
 * what cannot be read.
 */
async function certificatesAt(path: string): Promise<string[]> {
  const certificates = await readCertificates(path);
  if (certificates.length > 0) return certificates;
  throw new TrustFileError({ kind: 'no-authorities', path });
}

async function readCertificates(path: string): Promise<string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return pemBlocks(await readPem(path));
    const names = (await readdir(path)).filter((name) => /\.pem$/i.test(name)).sort();
    const texts = await Promise.allSettled(names.map((name) => readPem(join(path, name))));
    return texts.flatMap((text) => (text.status === 'fulfilled' ? pemBlocks(text.value) : []));
  } catch (error) {
    throw new TrustFileError(
      { kind: 'authorities-unreadable', path, reason: fileReasonOf(error) },
      {
        cause: error,
      },
    );
  }
}

const PEM_CERTIFICATE =
  /-----BEGIN (?:TRUSTED )?CERTIFICATE-----[^-]+-----END (?:TRUSTED )?CERTIFICATE-----/g;

function pemBlocks(text: string): string[] {
  return (text.match(PEM_CERTIFICATE) ?? []).filter(isCertificate);
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}

async function fileFor(
  otherwise: 'own-certificate-unreadable' | 'own-key-unreadable',
  path: string,
): Promise<Buffer> {
  try {
    return await readWhole(path, MAX_PEM_BYTES);
  } catch (error) {
    throw new TrustFileError(
      { kind: otherwise, path, reason: fileReasonOf(error) },
      { cause: error },
    );
  }
}
