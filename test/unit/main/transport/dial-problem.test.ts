import { describe, expect, it } from 'vitest';
import { dialProblem, ProxyUnreachedError } from '../../../../main/transport/dial-problem.ts';
import type { Endpoint, TlsEndpoint } from '../../../../main/transport/endpoint/endpoint.ts';
import { ProxyRefusedError } from '../../../../main/transport/open-tunnel.ts';

const coded = (code: string): Error => Object.assign(new Error(`it was ${code}`), { code });
const tcp = (host: string, port: number): Endpoint => ({
  kind: 'tcp',
  host,
  port,
  bindAddress: undefined,
  timeoutSeconds: undefined,
});
const tls = (carrier: Endpoint): TlsEndpoint => ({
  kind: 'tls',
  checkedName: 'farm',
  trust: { kind: 'system' },
  certificatePath: undefined,
  privateKeyPath: undefined,
  carrier,
});
const master = tcp('farm', 9989);
const proxy = tcp('proxy', 3128);
const socket: Endpoint = { kind: 'unix', path: '/run/x.sock' };

/** Kind and key of a problem, with the facts that name somebody. */
function found(error: unknown, endpoint: Endpoint, through?: Endpoint) {
  const { kind, problem } = dialProblem(error, { endpoint, proxy: through });
  return [kind, problem.key, ...Object.values(problem.facts)];
}

describe('a failed try', () => {
  it.each([
    ['ENOTFOUND', 'unknown-host', 'reaching.unknownHost', 'farm'],
    ['EAI_NODATA', 'unknown-host', 'reaching.unknownHost', 'farm'],
    ['EAI_AGAIN', 'unknown-host', 'reaching.nameServerSilent', 'farm'],
    ['ECONNREFUSED', 'refused', 'reaching.masterNotListening', 'farm', 9989],
    ['ETIMEDOUT', 'timed-out', 'reaching.noAnswerInTime', 'farm', 9989],
    ['EHOSTUNREACH', 'unreachable', 'reaching.noWay', 'farm'],
    ['EADDRNOTAVAIL', 'unreachable', 'reaching.noWay', 'farm'],
    ['ENOBUFS', 'unreachable', 'reaching.cannotConnect', 'farm', 9989, 'it was ENOBUFS'],
  ])('with %s is %s', (code, ...expected) => {
    expect(found(coded(code), master)).toEqual(expected);
    expect(found(coded(code), tls(master))).toEqual(expected);
  });

  it('of no error at all is shown as it is', () => {
    expect(found('nonsense', master)).toEqual([
      'unreachable',
      'reaching.cannotConnect',
      'farm',
      9989,
      'nonsense',
    ]);
  });

  it('of TLS names the master, also through a proxy', () => {
    const expected = [
      'unknown-issuer',
      'reaching.noSecureConnection',
      'farm:9989',
      { kind: 'self-signed' },
    ];
    const error = coded('DEPTH_ZERO_SELF_SIGNED_CERT');
    expect(found(error, tls(master))).toEqual(expected);
    expect(found(error, tls(master), tls(proxy))).toEqual(expected);
  });

  it.each([
    ['ENOENT', 'unreachable', { kind: 'ENOENT' }],
    ['EACCES', 'unreachable', { kind: 'EACCES' }],
    ['ECONNREFUSED', 'refused', { kind: 'other', message: 'it was ECONNREFUSED' }],
  ])('at a UNIX socket with %s is %s', (code, kind, reason) => {
    const [, ...expected] = [code, kind, 'reaching.masterSocket', '/run/x.sock', reason];
    expect(found(coded(code), socket)).toEqual(expected);
  });
});

describe('a failed try through a proxy', () => {
  const unreached = (code: string) => new ProxyUnreachedError('no proxy', { cause: coded(code) });

  it.each([
    ['ECONNREFUSED', 'refused', 'reaching.proxyNotListening', 'proxy', 3128],
    ['ENOTFOUND', 'unknown-host', 'reaching.unknownHost', 'proxy'],
    ['ETIMEDOUT', 'timed-out', 'reaching.noAnswerInTime', 'proxy', 3128],
  ])('with %s is %s and names the proxy', (code, ...expected) => {
    expect(found(unreached(code), master, proxy)).toEqual(expected);
    // On the way through it, the proxy is the one that we are connected to.
    expect(found(coded(code), master, proxy)).toEqual(expected);
  });

  it('may fail at the socket of the proxy', () => {
    const reason = { kind: 'ENOENT' };
    expect(found(unreached('ENOENT'), master, socket)).toEqual([
      'unreachable',
      'reaching.proxySocket',
      '/run/x.sock',
      reason,
    ]);
  });

  it('may fail at the certificate of the proxy, which no pin can help', () => {
    expect(found(unreached('SELF_SIGNED_CERT_IN_CHAIN'), tls(master), tls(proxy))).toEqual([
      'tls-refused',
      'reaching.noSecureProxy',
      'proxy:3128',
      { kind: 'unknown-authority' },
    ]);
  });

  it('may be refused by the proxy', () => {
    const refusal = { kind: 'closed' } as const;
    expect(found(new ProxyRefusedError(refusal), master, proxy)).toEqual([
      'proxy-refused',
      'reaching.proxyRefused',
      'proxy:3128',
      'farm:9989',
      refusal,
    ]);
  });
});
