import type { ConnectionProblem } from '../contract/worker/worker-status.ts';
import { messageOf } from '../lib/message-of.ts';
import type { SentenceKey } from '../lib/statement.ts';
import { asFact, type Said, said, tell } from '../lib/statement.ts';
import { toldBy } from '../lib/told-error.ts';

type Meanings = Readonly<Record<string, SentenceKey>>;

/** What OpenSSL calls a certificate that is good in itself, and that no known authority vouches for. */
const UNKNOWN_ISSUER = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tlsSelfSigned',
  SELF_SIGNED_CERT_IN_CHAIN: 'tlsUnknownAuthority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tlsUnknownAuthority',
  UNABLE_TO_GET_ISSUER_CERT: 'tlsUnknownAuthority',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tlsUnknownAuthority',
  INVALID_CA: 'tlsUnknownAuthority',
} as const satisfies Meanings;

/** What OpenSSL and Node call the other ways in which TLS can fail. */
const REFUSALS = {
  CERT_HAS_EXPIRED: 'tlsExpired',
  CERT_NOT_YET_VALID: 'tlsNotYetValid',
  ERR_TLS_CERT_ALTNAME_INVALID: 'tlsOtherName',
  CERT_REVOKED: 'tlsRevoked',
  TLS_CLOSED: 'tlsClosed',
  ERR_SSL_WRONG_VERSION_NUMBER: 'tlsNotSpoken',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'tlsNotSpoken',
} as const satisfies Meanings;

/** What a failed TLS handshake with `peer` means; undefined when the failure was another one. */
export function tlsProblem(
  code: string,
  error: unknown,
  peer: string,
): ConnectionProblem | undefined {
  if (isIn(UNKNOWN_ISSUER, code)) {
    const why = said(UNKNOWN_ISSUER[code]);
    return { kind: 'unknown-issuer', ...tell('noSecureConnection', peer, why) };
  }
  const why = refusalOf(code, error);
  return why === undefined
    ? undefined
    : { kind: 'tls-refused', ...tell('noSecureConnection', peer, why) };
}

function refusalOf(code: string, error: unknown): Said | string | undefined {
  if (isIn(REFUSALS, code)) return said(REFUSALS[code]);
  if (code === 'TRUST_FILE') return asFact(toldBy(error));
  if (code === 'PIN_MISMATCH') return said('tlsPinMismatch', asFact(toldBy(error)));
  if (!code.startsWith('ERR_SSL_') && !code.startsWith('ERR_TLS_')) return undefined;
  return said('tlsFailed', messageOf(error));
}

function isIn<M extends Meanings>(meanings: M, code: string): code is keyof M & string {
  return Object.hasOwn(meanings, code);
}
