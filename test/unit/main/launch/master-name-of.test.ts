import { expect, it } from 'vitest';
import { masterNameOf } from '../../../../main/launch/master-name-of.ts';

const byHost = (host: string) =>
  ({ kind: 'host', host, port: 9989, useTls: false, proxyConnectionString: undefined }) as const;

it.each([
  ['ci.example.org', 'ci.example.org:9989'],
  ['192.0.2.7', '192.0.2.7:9989'],
  ['2001:db8::7', '[2001:db8::7]:9989'],
])('names a master by its host %s and port', (host, name) => {
  expect(masterNameOf(byHost(host), [])).toBe(name);
});

it('names one by its connection string, without the secrets in it', () => {
  const connectionString = 'unix:/run/open-sesame/master';
  expect(masterNameOf({ kind: 'connection-string', connectionString }, ['open-sesame'])).toBe(
    'unix:/run/***/master',
  );
});
