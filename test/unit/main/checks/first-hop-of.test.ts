import { expect, it } from 'vitest';
import { firstHopOf } from '../../../../main/checks/first-hop-of.ts';
import { routeFrom } from '../../../../main/transport/endpoint/route-from.ts';

it.each([
  ['the master', undefined, false, 'ci'],
  ['the master, below TLS', undefined, true, 'ci'],
  ['the proxy', 'tcp:proxy:3128', false, 'proxy'],
  ['the proxy, below TLS', 'tls:host=proxy:port=3128', true, 'proxy'],
])('is %s', (_what, proxyConnectionString, useTls, host) => {
  const route = routeFrom({ kind: 'host', host: 'ci', port: 9989, useTls, proxyConnectionString });
  if (!route.ok) throw new Error(route.problem.key);
  expect(firstHopOf(route.value)).toMatchObject({ kind: 'tcp', host });
});
