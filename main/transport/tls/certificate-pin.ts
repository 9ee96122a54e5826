import { createHash, type X509Certificate } from 'node:crypto';
import { type Problem, problem } from '../../contract/problem.ts';
import { failed, type Outcome, succeeded } from '../../lib/outcome.ts';
import { TlsError } from '../tls-error.ts';

/** The hexadecimal digits of a SHA-256. */
export type CertificatePin = string;

/** The master's certificate is another one than the pinned. */
class PinMismatchError extends TlsError {
  override readonly name = 'PinMismatchError';
  readonly code = 'PIN_MISMATCH';
}

/**
 * Reads a pin: 64 hexadecimal digits, as OpenSSL prints them with colons or without, or base64 as
 * `curl --pinnedpubkey` takes it; `sha256:` or `sha256//` before them may be left out.
 *
 * Errors: one sentence.
 */
export function pinFrom(text: string): Outcome<CertificatePin, Problem> {
  const bare = text.trim().replace(/^sha-?256(?:\s+fingerprint)?\s*(?::|=|\/\/)\s*/i, '');
  const digits = bare.replaceAll(':', '').toLowerCase();
  if (/^[0-9a-f]{64}$/.test(digits)) return succeeded(digits);
  if (/^[A-Za-z0-9+/]{43}=$/.test(bare))
    return succeeded(Buffer.from(bare, 'base64').toString('hex'));
  return failed(problem('extras.notAPin', { text }));
}

/** Checks a certificate against a pin of itself or of its public key. Errors: throws PinMismatchError. */
export function checkPin(certificate: X509Certificate | undefined, pin: CertificatePin): void {
  if (!certificate) throw new PinMismatchError({ kind: 'no-certificate' });
  const publicKey = certificate.publicKey.export({ type: 'spki', format: 'der' });
  if (pin === sha256Of(certificate.raw) || pin === sha256Of(publicKey)) return;
  throw new PinMismatchError({ kind: 'other-pin', pin: pinOf(certificate) });
}

/** A certificate's own pin, as `pinFrom` reads it. */
export function pinOf(certificate: X509Certificate): string {
  return `sha256:${sha256Of(certificate.raw)}`;
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
