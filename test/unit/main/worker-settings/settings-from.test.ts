import { expect, it } from 'vitest';
import { configFrom } from '../../../../main/worker-settings/config-from.ts';
import { settingsFrom } from '../../../../main/worker-settings/settings-from.ts';
import { CONFIG } from '../basedir/tac/configs.ts';

it('lays out a master of host and port', () => {
  expect(settingsFrom(CONFIG)).toMatchObject({
    host: 'build.example.org',
    port: 9990,
    useTls: true,
    connectionString: null,
    workerName: 'linux-1',
  });
});

it('leaves host and port out where there is a connection string', () => {
  const master = { kind: 'connection-string', connectionString: 'tcp:ci:1' } as const;
  expect(settingsFrom({ ...CONFIG, master })).toMatchObject({
    host: null,
    port: null,
    useTls: false,
    connectionString: 'tcp:ci:1',
  });
});

it('is the opposite of making a configuration', () => {
  expect(configFrom(settingsFrom(CONFIG))).toEqual(CONFIG);
});
