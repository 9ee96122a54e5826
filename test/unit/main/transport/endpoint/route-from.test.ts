import { describe, expect, it } from 'vitest';
import { routeFrom } from '../../../../../main/transport/endpoint/route-from.ts';
import { inEnglish } from '../../../../support/in-english.ts';

const byHost = (changes: { useTls?: boolean; proxyConnectionString?: string } = {}) =>
  routeFrom({
    kind: 'host',
    host: 'farm',
    port: 9989,
    useTls: false,
    proxyConnectionString: undefined,
    ...changes,
  });
const tcp = (host: string, port: number) => ({
  kind: 'tcp',
  host,
  port,
  bindAddress: undefined,
  timeoutSeconds: undefined,
});

describe('the way to a master', () => {
  it('goes straight to host and port', () => {
    expect(byHost()).toEqual({
      ok: true,
      value: { endpoint: tcp('farm', 9989), proxy: undefined },
    });
  });

  it('checks the certificate’s name with TLS', () => {
    expect(byHost({ useTls: true })).toMatchObject({
      ok: true,
      value: {
        endpoint: { kind: 'tls', checkedName: 'farm', trust: { kind: 'system' } },
        proxy: undefined,
      },
    });
  });

  it('goes through a proxy, and through none that is empty', () => {
    expect(byHost({ proxyConnectionString: 'tcp:proxy:3128' })).toMatchObject({
      ok: true,
      value: { endpoint: tcp('farm', 9989), proxy: tcp('proxy', 3128) },
    });
    expect(byHost({ proxyConnectionString: '' })).toEqual(byHost());
  });

  it('is the one of a connection string', () => {
    const connectionString = 'tcp:farm:9989';
    expect(routeFrom({ kind: 'connection-string', connectionString })).toEqual(byHost());
  });
});

it('what is wrong with a connection string is named, and whose it is', () => {
  const own = routeFrom({ kind: 'connection-string', connectionString: 'tcp:farm' });
  expect(own).toMatchObject({ ok: false, problem: { key: 'connectionString.needsPort' } });
  const proxys = byHost({ proxyConnectionString: 'http://proxy' });
  expect(proxys.ok || inEnglish(proxys.problem)).toMatch(
    /The proxy's connection string cannot be used.*begins with "http"/,
  );
});
