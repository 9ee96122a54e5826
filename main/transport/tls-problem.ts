import { messageOf } from '../lib/errors.ts';
import type { SentenceKey } from '../lib/statement.ts';
import { type Said, type Statement, said, tell } from '../lib/statement.ts';

/** What OpenSSL and Node call the ways in which a certificate can fail, and what that means. */
const MEANINGS = {
  CERT_HAS_EXPIRED: 'tlsExpired',
  CERT_NOT_YET_VALID: 'tlsNotYetValid',
  ERR_TLS_CERT_ALTNAME_INVALID: 'tlsOtherName',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tlsSelfSigned',
  SELF_SIGNED_CERT_IN_CHAIN: 'tlsUnknownAuthority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tlsUnknownAuthority',
  UNABLE_TO_GET_ISSUER_CERT: 'tlsUnknownAuthority',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tlsUnknownAuthority',
  INVALID_CA: 'tlsUnknownAuthority',
  CERT_REVOKED: 'tlsRevoked',
  TLS_CLOSED: 'tlsClosed',
  ERR_SSL_WRONG_VERSION_NUMBER: 'tlsNotSpoken',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'tlsNotSpoken',
} as const satisfies Readonly<Record<string, SentenceKey>>;

/** What a failed TLS handshake with `peer` means; undefined when the failure was another one. */
export function tlsTrouble(code: string, error: unknown, peer: string): Statement | undefined {
  const why = meaningOf(code, error);
  return why === undefined ? undefined : tell('noSecureConnection', peer, why);
}

function meaningOf(code: string, error: unknown): Said | string | undefined {
  if (isKnown(code)) return said(MEANINGS[code]);
  if (code === 'TRUST_FILE') return messageOf(error);
  if (code === 'PIN_MISMATCH') return said('tlsPinMismatch', messageOf(error));
  if (!code.startsWith('ERR_SSL_') && !code.startsWith('ERR_TLS_')) return undefined;
  return said('tlsFailed', messageOf(error));
}

function isKnown(code: string): code is keyof typeof MEANINGS {
  return Object.hasOwn(MEANINGS, code);
}
