import { expect, it } from 'vitest';
import type { SettingValue } from '../../../../main/worker-settings/setting-row.ts';
import {
  settingValue,
  valueFromLiteral,
  valueFromText,
} from '../../../../main/worker-settings/setting-value.ts';
import type { SettingName } from '../../../../main/worker-settings/settings-table.ts';

it.each<[SettingName, string, SettingValue]>([
  ['maxretries', ' None ', null],
  ['maxdelay', '+5', 5],
  ['keepalive', '1_000', 1000],
  ['keepalive', '5 min', 300],
  ['logSize', '10MB', 10_000_000],
  ['umask', '022', 0o22],
  ['useTls', 'Yes', true],
  ['useTls', 'off', false],
  ['workerName', ' linux ', 'linux'],
  ['password', ' as it is ', ' as it is '],
  ['proxyPassword', '', null],
])('reads for %s what was typed as %j', (name, typed, value) => {
  expect(valueFromText(name, typed)).toEqual({ ok: true, value });
});

it.each<[SettingName, string, string]>([
  ['keepalive', 'often', 'number'],
  ['keepalive', '-5', 'number'],
  ['maxretries', '5 min', 'number'],
  ['umask', '5 B', 'number'],
  ['useTls', 'maybe', 'switch'],
  ['workerName', '', 'empty'],
  ['basedir', 'relative', 'shape'],
])('refuses for %s what was typed as %j: %s', (name, typed, kind) => {
  expect(valueFromText(name, typed)).toMatchObject({ ok: false, problem: { kind } });
});

it.each<[SettingName, SettingValue, SettingValue]>([
  ['useTls', 1, true],
  ['useTls', '', false],
  ['connectionString', '', null],
  ['basedir', 'relative', 'relative'],
])('takes for %s the literal %j as Python does', (name, literal, value) => {
  expect(valueFromLiteral(name, literal)).toEqual({ ok: true, value });
});

it('replaces None, and a 0 that is no number of its own', () => {
  expect(settingValue('maxretries', null)).toEqual({ ok: true, value: null });
  expect(settingValue('logSize', 0)).toEqual(valueFromText('logSize', '0'));
});
