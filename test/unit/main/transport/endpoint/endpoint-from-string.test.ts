import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escaped } from '../../../../../main/transport/endpoint/description-from.ts';
import { endpointFromString } from '../../../../../main/transport/endpoint/endpoint-from-string.ts';
import { inEnglish } from '../../../../support/in-english.ts';

const tcp = (host: string, port: number, bindAddress?: string, timeoutSeconds?: number) => ({
  kind: 'tcp',
  host,
  port,
  bindAddress,
  timeoutSeconds,
});

describe('endpointFromString', () => {
  it.each<[string, unknown]>([
    ['tcp:host=farm:port=9989', tcp('farm', 9989)],
    ['tcp:farm:9989', tcp('farm', 9989)],
    ['TCP:farm:port=9989:timeout=5', tcp('farm', 9989, undefined, 5)],
    ['tcp:host=farm:9989', tcp('farm', 9989)],
    ['tcp:host=\\:\\:1:port=9989:bindAddress=127.0.0.2', tcp('::1', 9989, '127.0.0.2')],
    ['unix:path=/run/a\\:b\\\\c.sock', { kind: 'unix', path: '/run/a:b\\c.sock' }],
    ['unix:/run/farm.sock:lockfile=1', { kind: 'unix', path: '/run/farm.sock' }],
  ])('reads %s', (text, endpoint) => {
    expect(endpointFromString(text)).toEqual({ ok: true, value: endpoint });
  });

  it('checks the name and the system’s authorities with tls:', () => {
    expect(endpointFromString('tls:farm:9990')).toEqual({
      ok: true,
      value: {
        kind: 'tls',
        checkedName: 'farm',
        trust: { kind: 'system' },
        certificatePath: undefined,
        privateKeyPath: undefined,
        carrier: tcp('farm', 9990),
      },
    });
  });

  it('takes authorities, a certificate and another carrier with tls:', () => {
    const text =
      'tls:host=farm:port=1:trustRoots=/ca:certificate=/me.pem:endpoint=unix\\:path=/run/x.sock';
    expect(endpointFromString(text)).toEqual({
      ok: true,
      value: {
        kind: 'tls',
        checkedName: 'farm',
        trust: { kind: 'directory', path: '/ca' },
        certificatePath: '/me.pem',
        privateKeyPath: '/me.pem',
        carrier: { kind: 'unix', path: '/run/x.sock' },
      },
    });
  });

  it.each<[string, unknown]>([
    ['ssl:farm:9990', { checkedName: undefined, trust: { kind: 'anybody' } }],
    ['ssl:farm:9990:hostname=farm', { checkedName: 'farm', trust: { kind: 'system' } }],
    ['ssl:farm:9990:caCertsDir=/ca', { trust: { kind: 'directory', path: '/ca' } }],
  ])('checks with ssl: only what it names: %s', (text, expected) => {
    expect(endpointFromString(text)).toMatchObject({ ok: true, value: expected });
  });

  it.each([
    ['farm:9989', 'begins with "farm"'],
    ['', 'begins with ""'],
    ['tcp:', "lacks the master's host"],
    ['tcp:farm', 'needs a port from 1 to 65535, not ""'],
    ['tcp:farm:http', 'needs a port from 1 to 65535, not "http"'],
    ['tcp:farm:65536', 'needs a port from 1 to 65535, not "65536"'],
    ['tcp:farm:1:colour=red', 'has the setting "colour", which does not exist'],
    ['tcp:farm:1:2', 'has an unexpected "2"'],
    ['tcp:::1:9989', 'an unexpected'],
    ['tcp:farm:1:host=other', 'names the host twice'],
    ['tcp:farm:1:timeout=soon', 'needs a timeout in seconds, not "soon"'],
    ['tls:host=farm:9989', 'names the host twice'],
    ['tls:farm:endpoint=unix\\:/run/x.sock', 'needs a port'],
    ['unix:', 'lacks the path'],
    ['unix:/run/a:b', 'has an unexpected "b"'],
    ['unix:/run/a\\', 'ends with a lone backslash'],
  ])('refuses %j with the reason', (text, why) => {
    const outcome = endpointFromString(text);
    expect(outcome.ok).toBe(false);
    expect(outcome.ok || inEnglish(outcome.problem)).toContain(why);
  });

  it('reads back any value once it is escaped', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (path) => {
        expect(endpointFromString(`unix:path=${escaped(path)}`)).toEqual({
          ok: true,
          value: { kind: 'unix', path },
        });
      }),
    );
  });
});
