import { expect, it } from 'vitest';
import { expectedBy } from '../../../../../main/basedir/tac/expected-by.ts';
import { settingFault } from '../../../../../main/worker-settings/setting-fault.ts';
import type { SettingValue } from '../../../../../main/worker-settings/setting-row.ts';
import type { SettingName } from '../../../../../main/worker-settings/settings-table.ts';

it.each<[SettingName, SettingValue, object]>([
  ['workerName', null, { kind: 'text' }],
  ['password', '', { kind: 'text' }],
  ['workerName', 'a\nb', { kind: 'line' }],
  ['useTls', 1, { kind: 'switch' }],
  ['allowShutdown', 'mail', { kind: 'one-of', values: ['signal', 'file'], orNone: true }],
  ['fileAccess', 'here', { kind: 'one-of', values: ['basedir', 'anywhere'], orNone: false }],
  ['umask', 0o1000, { kind: 'mask' }],
  ['port', 0, { kind: 'range', min: 1, max: 65_535 }],
  ['numcpus', 1.5, { kind: 'count', min: 1 }],
  ['maxdelay', 0, { kind: 'seconds-above', min: 0 }],
  ['keepalive', -1, { kind: 'seconds-or-none' }],
  ['host', 'a b', { kind: 'host' }],
  ['connectionString', 'ci:1', { kind: 'connection-string' }],
  ['unicodeEncoding', 'utf/8', { kind: 'encoding' }],
  ['proxyUser', 'a:b', { kind: 'user' }],
  ['path', 7, { kind: 'text' }],
])('of %s that is %j', (name, value, expected) => {
  const fault = settingFault(name, value);
  expect(fault && expectedBy(fault)).toEqual(expected);
});
