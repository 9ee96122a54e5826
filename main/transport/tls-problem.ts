import { messageOf } from '../lib/errors.ts';

/** What OpenSSL and Node call the ways in which a certificate can fail, and what that means. */
const MEANINGS: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: "the master's certificate has expired; its administrator has to renew it",
  CERT_NOT_YET_VALID:
    "the master's certificate is not valid yet; check this machine's clock, then ask the administrator",
  ERR_TLS_CERT_ALTNAME_INVALID:
    "the master's certificate is for another name; connect by the name it was made for",
  DEPTH_ZERO_SELF_SIGNED_CERT:
    'the master signed its certificate itself; get the certificate from the administrator and name it, or its SHA-256 as a pin, in buildtray.json (create-worker --tls-authorities or --tls-pin)',
  SELF_SIGNED_CERT_IN_CHAIN:
    "the authority that signed the master's certificate is not known here; get its certificate from the administrator and name it in buildtray.json (create-worker --tls-authorities)",
  CERT_REVOKED: "the master's certificate was revoked",
  TLS_CLOSED:
    'the other end closed the connection at once; perhaps that port does not speak TLS: ask the administrator',
};
const UNKNOWN_ISSUER = [
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'INVALID_CA',
];

/** The sentence of a failed TLS handshake with `peer`; undefined when the failure was another one. */
export function tlsSentence(code: string, error: unknown, peer: string): string | undefined {
  const key = UNKNOWN_ISSUER.includes(code) ? 'SELF_SIGNED_CERT_IN_CHAIN' : code;
  const meaning = MEANINGS[key] ?? ownMeaning(code, error) ?? protocolMeaning(code, error);
  return meaning && `No secure connection to ${peer}: ${meaning}.`;
}

function ownMeaning(code: string, error: unknown): string | undefined {
  if (code === 'TRUST_FILE') return messageOf(error);
  if (code !== 'PIN_MISMATCH') return undefined;
  return `the certificate is not the pinned one: ${messageOf(error)}. Ask the administrator whether it was renewed, and only then write the new one as the pin; otherwise somebody may stand between you and the master`;
}

function protocolMeaning(code: string, error: unknown): string | undefined {
  if (code === 'ERR_SSL_WRONG_VERSION_NUMBER' || code === 'ERR_SSL_PACKET_LENGTH_TOO_LONG') {
    return 'that port does not speak TLS; ask the administrator whether TLS is in use there';
  }
  if (!code.startsWith('ERR_SSL_') && !code.startsWith('ERR_TLS_')) return undefined;
  return `the handshake failed (${messageOf(error)})`;
}
