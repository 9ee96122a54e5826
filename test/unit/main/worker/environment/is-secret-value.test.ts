import { describe, expect, it } from 'vitest';
import { isSecretValue } from '../../../../../main/worker/environment/is-secret-value.ts';

/** Put together here, so that no search for leaked secrets takes this file for one. */
const some = (count: number): string => 'a1B2c3D4e5'.repeat(12).slice(0, count);
const capitals = 'ABCD1234EFGH5678';
const hex = (count: number): string => '0123456789abcdef'.repeat(4).slice(0, count);

const SECRET: readonly (readonly [string, string])[] = [
  ['a GitHub token', `ghp_${some(36)}`],
  ['a GitHub token among other words', `-c "header: ghs_${some(36)}"`],
  ['a fine-grained GitHub token', `github_pat_${some(22)}_${some(59)}`],
  ['a GitLab token', `glpat-${some(20)}`],
  ['a Slack token', `xoxb-${some(24)}`],
  ['an Amazon key', `AKIA${capitals}`],
  ['a Google key', `AIza${some(35)}`],
  ['a Stripe key', `sk_live_${some(24)}`],
  ['an Anthropic key', `sk-ant-${some(40)}`],
  ['an npm token', `npm_${some(36)}`],
  ['a PyPI token', `pypi-AgE${some(60)}`],
  ['a Docker token', `dckr_pat_${some(27)}`],
  ['a DigitalOcean token', `dop_v1_${hex(64)}`],
  ['a Vault token', `hvs.${some(90)}`],
  ['a JSON Web Token', `eyJ${some(20)}.eyJ${some(40)}.${some(43)}`],
  ['a private key', `-----BEGIN OPENSSH PRIVATE KEY-----\n${some(60)}`],
  ['an address of a database', 'postgres://ada:hunter2@db.example/app'],
  ['an address without a user', 'redis://:hunter2@cache.example:6379'],
  ['a proxy with a password', 'http://ada:hunter2@proxy.example:3128'],
  ['a proxy without its scheme', 'ada:hunter2@proxy.example:3128'],
  ['an address in a list', 'https://one.example,https://ada:hunter2@two.example'],
  ['a header', `Bearer ${some(30)}`],
  ['a connection string', 'Server=db;User Id=ada;Password=hunter2;'],
  ['a connection string of Azure', `AccountName=a;AccountKey=${some(40)}==`],
  ['the query of an address', 'jdbc:postgresql://db.example/app?user=ada&password=hunter2'],
  ['an object of JSON', '{"username": "ada", "password": "hunter2"}'],
  ['what Docker keeps', `{"auths":{"registry.example":{"auth":"${some(24)}"}}}`],
  ['a signed address', `https://store.example/file?sv=2022&sig=${some(43)}%3D`],
  ['a header with its name', `AUTHORIZATION: basic ${some(24)}`],
  ['a webhook', `https://hooks.slack.com/services/${some(9)}/${some(9)}`],
];

const PLAIN: readonly string[] = [
  '',
  'banana',
  '1',
  ':0',
  '/usr/local/bin:/usr/bin:/home/ada@work/bin',
  'rs=0:di=01;34:ln=01;36:*.tar=01;31',
  'http://proxy.example:3128',
  'https://example.org/a:b@c',
  'ssh://git@host.example/repo',
  'git@github.com:ada/repo.git',
  'Ada Lovelace <ada@example.org>',
  '203.0.113.7 51234 203.0.113.9 22',
  'task-force-of-the-thirty-first-of-october-in-the-year',
  'disk-1234567890',
  'ghp_short',
  'AKIAssume this is a sentence',
  `-----BEGIN CERTIFICATE-----\n${some(60)}`,
  hex(40),
  'npm_config_cache=/home/ada/.npm',
  'basic',
  'Basic rendering',
  '-DPASSWORD_LENGTH=8',
  'https://example.org/login?password=&user=ada',
  '{"password": "", "auth": null}',
  'https://example.org/?signal=TERM&sig=TERM',
];

describe('isSecretValue', () => {
  it.each(SECRET)('knows %s', (_what, value) => {
    expect(isSecretValue(value)).toBe(true);
  });

  it.each(PLAIN)('takes %j for no secret', (value) => {
    expect(isSecretValue(value)).toBe(false);
  });
});
