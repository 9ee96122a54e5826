import { problem } from '../../contract/problem.ts';
import type { PlainTlsReason, TlsReason } from '../../contract/problems/reaching.ts';
import type { ConnectionProblem } from '../../contract/worker/worker-status.ts';
import { messageOf } from '../../lib/message-of.ts';
import { TlsError } from '../tls-error.ts';

type Meanings = Readonly<Record<string, PlainTlsReason>>;

/** What OpenSSL calls a certificate that is good in itself, and that no known authority vouches for. */
const UNKNOWN_ISSUER: Meanings = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'unknown-authority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'unknown-authority',
  UNABLE_TO_GET_ISSUER_CERT: 'unknown-authority',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'unknown-authority',
  INVALID_CA: 'unknown-authority',
};

/** What OpenSSL and Node call the other ways in which TLS can fail. */
const REFUSALS: Meanings = {
  CERT_HAS_EXPIRED: 'expired',
  CERT_NOT_YET_VALID: 'not-yet-valid',
  ERR_TLS_CERT_ALTNAME_INVALID: 'other-name',
  CERT_REVOKED: 'revoked',
  TLS_CLOSED: 'closed',
  ERR_SSL_WRONG_VERSION_NUMBER: 'not-spoken',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'not-spoken',
};

/** What a failed TLS handshake with the master `peer` means; undefined when the failure was another one. */
export function tlsProblem(
  code: string,
  error: unknown,
  peer: string,
): ConnectionProblem | undefined {
  const reason = tlsReason(code, error);
  if (reason === undefined) return undefined;
  return {
    kind: meaningOf(UNKNOWN_ISSUER, code) ? 'unknown-issuer' : 'tls-refused',
    problem: problem('reaching.noSecureConnection', { peer, reason }),
  };
}

/** Why TLS failed; undefined when the failure was another one. */
export function tlsReason(code: string, error: unknown): TlsReason | undefined {
  return meaningOf(UNKNOWN_ISSUER, code) ?? refusalOf(code, error);
}

function refusalOf(code: string, error: unknown): TlsReason | undefined {
  if (error instanceof TlsError) return error.reason;
  const meaning = meaningOf(REFUSALS, code);
  if (meaning) return meaning;
  if (!code.startsWith('ERR_SSL_') && !code.startsWith('ERR_TLS_')) return undefined;
  return { kind: 'other', message: messageOf(error) };
}

function meaningOf(meanings: Meanings, code: string): TlsReason | undefined {
  const kind = Object.hasOwn(meanings, code) ? meanings[code] : undefined;
  return kind && { kind };
}
