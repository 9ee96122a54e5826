import { expect, it } from 'vitest';
import { configFrom, isOfMaster } from '../../../../main/worker-settings/config-from.ts';
import { settingsFrom } from '../../../../main/worker-settings/settings-from.ts';
import type { WorkerConfig } from '../../../../main/worker-settings/worker-config.ts';
import { CONFIG } from '../basedir/tac/configs.ts';

const BY_STRING: WorkerConfig = {
  ...CONFIG,
  master: { kind: 'connection-string', connectionString: 'tcp:ci:1' },
  numcpus: undefined,
};

it.each([CONFIG, BY_STRING])('is the opposite of settingsFrom', (config) => {
  expect(configFrom(settingsFrom(config))).toEqual(config);
});

it('knows which settings are the address of the master', () => {
  expect(['host', 'useTls'].every(isOfMaster)).toBe(true);
  expect(isOfMaster('keepalive')).toBe(false);
});
