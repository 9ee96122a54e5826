import { messageOf } from '../lib/errors.ts';

/** What OpenSSL and Node call the ways in which a certificate can fail, and what that means. */
const MEANINGS: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: "the master's certificate has expired; its administrator has to renew it",
  CERT_NOT_YET_VALID:
    "the master's certificate is not valid yet; check this machine's clock, then ask the administrator",
  ERR_TLS_CERT_ALTNAME_INVALID:
    "the master's certificate is for another name; connect by the name it was made for",
  DEPTH_ZERO_SELF_SIGNED_CERT:
    'the master signed its certificate itself; get the certificate from the administrator and name its directory as trustRoots in a connection string such as tls:HOST:PORT:trustRoots=DIR',
  SELF_SIGNED_CERT_IN_CHAIN:
    "the authority that signed the master's certificate is not known here; get its certificate from the administrator and name its directory as trustRoots in a connection string such as tls:HOST:PORT:trustRoots=DIR",
  CERT_REVOKED: "the master's certificate was revoked",
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
  const meaning = MEANINGS[key] ?? protocolMeaning(code, error);
  return meaning && `No secure connection to ${peer}: ${meaning}.`;
}

function protocolMeaning(code: string, error: unknown): string | undefined {
  if (code === 'ERR_SSL_WRONG_VERSION_NUMBER' || code === 'ERR_SSL_PACKET_LENGTH_TOO_LONG') {
    return 'that port does not speak TLS; ask the administrator whether TLS is in use there';
  }
  if (!code.startsWith('ERR_SSL_') && !code.startsWith('ERR_TLS_')) return undefined;
  return `the handshake failed (${messageOf(error)})`;
}
