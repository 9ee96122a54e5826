import { expect, it } from 'vitest';
import { settingsFaults } from '../../../../main/worker-settings/settings-faults.ts';
import { settingsFrom } from '../../../../main/worker-settings/settings-from.ts';
import { CONFIG } from '../basedir/tac/configs.ts';

const SETTINGS = settingsFrom(CONFIG);

it('finds nothing in settings that can run', () => {
  expect(settingsFaults(SETTINGS)).toEqual([]);
});

it('finds each value that cannot be, in the order of the table', () => {
  const found = settingsFaults({ ...SETTINGS, keepalive: -1, workerName: '' });
  expect(found.map(({ name, fault }) => [name, fault.kind])).toEqual([
    ['workerName', 'empty'],
    ['keepalive', 'number'],
  ]);
});

it.each([
  [{ host: null, port: null }, ['host needed', 'port needed']],
  [{ connectionString: 'tcp:ci:1', proxyConnectionString: null }, ['connectionString beside-host']],
  [
    { connectionString: 'tcp:ci:1', host: null, port: null },
    ['proxyConnectionString beside-string'],
  ],
])('wants one way to the master: %j', (changes, faults) => {
  const found = settingsFaults({ ...SETTINGS, ...changes });
  expect(found.map(({ name, fault }) => `${name} ${fault.kind}`)).toEqual(faults);
});
