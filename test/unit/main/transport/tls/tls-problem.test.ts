import { expect, it } from 'vitest';
import { tlsProblem } from '../../../../../main/transport/tls/tls-problem.ts';
import { TlsError } from '../../../../../main/transport/tls-error.ts';

const problemOf = (code: string, error: unknown = new Error('the library’s words')) =>
  tlsProblem(code, error, 'farm:9989');
const because = (reason: unknown) => ({
  key: 'reaching.noSecureConnection',
  facts: { peer: 'farm:9989', reason },
});

it.each([
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'unknown-authority'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'unknown-authority'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'unknown-authority'],
])('%s is a certificate that nobody known vouches for: %s', (code, kind) => {
  expect(problemOf(code)).toEqual({ kind: 'unknown-issuer', problem: because({ kind }) });
});

it.each([
  ['CERT_HAS_EXPIRED', 'expired'],
  ['CERT_NOT_YET_VALID', 'not-yet-valid'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'other-name'],
  ['CERT_REVOKED', 'revoked'],
  ['TLS_CLOSED', 'closed'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'not-spoken'],
])('%s is a refusal that no pin can help: %s', (code, kind) => {
  expect(problemOf(code)).toEqual({ kind: 'tls-refused', problem: because({ kind }) });
});

it.each(['ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR', 'ERR_TLS_HANDSHAKE_TIMEOUT'])(
  '%s is in the words of the library',
  (code) => {
    const reason = { kind: 'other', message: 'the library’s words' };
    expect(problemOf(code)).toEqual({ kind: 'tls-refused', problem: because(reason) });
  },
);

it('what was found here has its own reason, whatever its code', () => {
  const reason = { kind: 'no-authorities', path: '/ca' } as const;
  expect(problemOf('', new TlsError(reason))).toEqual({
    kind: 'tls-refused',
    problem: because(reason),
  });
});

it.each(['', 'ECONNREFUSED', 'ETIMEDOUT', 'toString', '__proto__'])(
  '"%s" is no matter of TLS',
  (code) => {
    expect(problemOf(code)).toBeUndefined();
  },
);
