import { expect, it } from 'vitest';
import type { SettingValue } from '../../../../main/worker-settings/setting-row.ts';
import { handyText, octal, settingText } from '../../../../main/worker-settings/setting-text.ts';
import { valueFromText } from '../../../../main/worker-settings/setting-value.ts';
import type { SettingName } from '../../../../main/worker-settings/settings-table.ts';

it.each<[SettingName, SettingValue, string]>([
  ['maxretries', null, 'None'],
  ['useTls', true, 'True'],
  ['useTls', false, 'False'],
  ['umask', 0o22, '0o22'],
  ['umask', 0, '0'],
  ['keepalive', 22, '22'],
  ['workerName', 'linux', 'linux'],
])('shows %s %j as %s, which reads back', (name, value, text) => {
  expect(settingText(name, value)).toBe(text);
  expect(valueFromText(name, text)).toEqual({ ok: true, value });
});

it('writes masks as Python does', () => {
  expect([octal(0), octal(0o777)]).toEqual(['0', '0o777']);
});

it.each<[SettingName, SettingValue, string]>([
  ['keepalive', 600, '10 min'],
  ['logSize', 10_000_000, '10 MB'],
  ['logSize', null, 'None'],
  ['maxretries', 60, '60'],
  ['workerName', '60', '60'],
])('shows people %s %j as %s, which reads back', (name, value, text) => {
  expect(handyText(name, value)).toBe(text);
  expect(valueFromText(name, text)).toEqual({ ok: true, value });
});
