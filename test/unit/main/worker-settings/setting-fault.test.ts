import { expect, it } from 'vitest';
import { settingFault } from '../../../../main/worker-settings/setting-fault.ts';
import type { SettingValue } from '../../../../main/worker-settings/setting-row.ts';
import type { SettingName } from '../../../../main/worker-settings/settings-table.ts';

it.each<[SettingName, SettingValue]>([
  ['maxretries', null],
  ['port', 1],
  ['port', 65_535],
  ['umask', 0o777],
  ['keepalive', 0],
  ['allowShutdown', 'signal'],
  ['password', ' any\nthing '],
  ['host', 'ci.example.org'],
])('allows %s to be %j', (name, value) => {
  expect(settingFault(name, value)).toBeUndefined();
});

it.each<[SettingName, SettingValue, string]>([
  ['workerName', null, 'needed'],
  ['workerName', '', 'empty'],
  ['password', '', 'empty'],
  ['workerName', 'a\x07b', 'one-line'],
  ['workerName', 7, 'shape'],
  ['host', 'a b', 'shape'],
  ['useTls', 'True', 'switch'],
  ['allowShutdown', 'mail', 'choice'],
  ['port', 0, 'number'],
  ['port', 65_536, 'number'],
  ['port', 1.5, 'number'],
  ['port', '1', 'number'],
  ['umask', 0o1000, 'number'],
  ['maxdelay', 0, 'number'],
  ['keepalive', Number.NaN, 'number'],
])('refuses %s to be %j: %s', (name, value, kind) => {
  expect(settingFault(name, value)).toMatchObject({ kind });
});

it('reports the bounds of a number', () => {
  const bounds = { min: 1, max: 65_535, isWhole: true, base: 10, isAboveMin: false };
  expect(settingFault('port', 0)).toMatchObject(bounds);
});
