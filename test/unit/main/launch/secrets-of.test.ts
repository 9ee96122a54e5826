import { expect, it } from 'vitest';
import { secretsOf } from '../../../../main/launch/secrets-of.ts';
import type { WorkerConfig } from '../../../../main/worker-settings/worker-config.ts';
import { WORKER_DEFAULTS } from '../../../../main/worker-settings/worker-defaults.ts';

function configWith(proxyConnectionString: string | undefined): WorkerConfig {
  return {
    ...WORKER_DEFAULTS,
    basedir: '/w',
    master: { kind: 'host', host: 'ci', port: 9989, useTls: false, proxyConnectionString },
    workerName: 'w1',
    password: 'secret',
  };
}

it.each([
  [undefined, []],
  ['tcp:proxy:3128', []],
  ['http://ada:open%20sesame@proxy:3128', ['open%20sesame', 'open sesame']],
  ['tcp:proxy:3128:username=ada:password=open\\:sesame', ['open\\:sesame', 'open:sesame']],
])('the password is secret, and what the proxy %s asks for', (proxy, found) => {
  expect(secretsOf(configWith(proxy), {})).toEqual(['secret', ...found]);
});

it('knows the password for the proxy', () => {
  const extras = { proxy: { user: 'ada', password: 'hidden' } };
  expect(secretsOf(configWith('tcp:proxy:1'), extras)).toEqual(['secret', 'hidden']);
});
