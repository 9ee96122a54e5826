import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FIXTURES = join(import.meta.dirname, '../fixtures/tls');

/** A directory with the certificate of the authority that signed the others. */
export const AUTHORITIES = join(FIXTURES, 'authorities');

/** Certificates of `test/fixtures/tls`: `localhost`, `other` (another name), `expired`, `self-signed`. */
export type CertificateName = 'localhost' | 'other' | 'expired' | 'self-signed';

export function certificatePath(name: CertificateName): string {
  return join(FIXTURES, `${name}.crt`);
}

export function keyPath(name: CertificateName): string {
  return join(FIXTURES, `${name}.key`);
}

export function keyPairOf(name: CertificateName): { cert: Buffer; key: Buffer } {
  return { cert: readFileSync(certificatePath(name)), key: readFileSync(keyPath(name)) };
}

/** The SHA-256 of a certificate and of its public key, in hexadecimal. */
export function pinsOf(name: CertificateName): { certificate: string; publicKey: string } {
  const certificate = new X509Certificate(readFileSync(certificatePath(name)));
  const publicKey = certificate.publicKey.export({ type: 'spki', format: 'der' });
  return { certificate: sha256Of(certificate.raw), publicKey: sha256Of(publicKey) };
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
