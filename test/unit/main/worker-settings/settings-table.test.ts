import { describe, expect, it } from 'vitest';
import {
  changedSettings,
  changeEffectFrom,
} from '../../../../main/worker-settings/change-effect.ts';
import { settingFault } from '../../../../main/worker-settings/setting-fault.ts';
import type { SettingValue } from '../../../../main/worker-settings/setting-row.ts';
import { settingText } from '../../../../main/worker-settings/setting-text.ts';
import { settingValue, valueFromText } from '../../../../main/worker-settings/setting-value.ts';
import { settingsFaults } from '../../../../main/worker-settings/settings-faults.ts';
import { settingsFrom } from '../../../../main/worker-settings/settings-from.ts';
import {
  WORKER_SETTINGS,
  type WorkerSettingName,
} from '../../../../main/worker-settings/settings-table.ts';
import type { WorkerConfig } from '../../../../main/worker-settings/worker-config.ts';
import { CONFIG } from '../basedir/tac/configs.ts';

describe('the table of settings', () => {
  it('has a row for each setting of a configuration, and no other', () => {
    const rows = WORKER_SETTINGS.map(({ name }) => name);
    expect([...rows].sort()).toEqual(Object.keys(settingsFrom(CONFIG)).sort());
  });

  it('has defaults that are allowed', () => {
    for (const { name, byDefault } of WORKER_SETTINGS) {
      if (byDefault !== undefined) expect(settingFault(name, byDefault)).toBeUndefined();
    }
  });
});

describe('a changed configuration', () => {
  it('needs nothing when nothing differs', () => {
    expect(changeEffectFrom(CONFIG, { ...CONFIG })).toBe('nothing');
  });

  it.each<[Partial<WorkerConfig>, string, readonly WorkerSettingName[]]>([
    [{ maxdelay: 1 }, 'apply-live', ['maxdelay']],
    [{ logSize: undefined, logCount: undefined }, 'apply-live', ['logSize', 'logCount']],
    [{ password: 'another', keepalive: 1 }, 'reconnect', ['password', 'keepalive']],
    [{ fileAccess: 'basedir' }, 'reconnect', ['fileAccess']],
    [{ umask: 0o77, workerName: 'w2' }, 'restart-worker', ['workerName', 'umask']],
    [
      { master: { kind: 'connection-string', connectionString: 'tcp:ci:1' } },
      'reconnect',
      ['host', 'port', 'useTls', 'connectionString', 'proxyConnectionString'],
    ],
  ])('%j needs %s', (change, effect, names) => {
    const after = { ...CONFIG, ...change };
    expect(changeEffectFrom(CONFIG, after)).toBe(effect);
    expect(changedSettings(CONFIG, after)).toEqual(names);
  });
});

describe('a value', () => {
  it.each<[WorkerSettingName, SettingValue]>([
    ['host', 'ci.example.org'],
    ['host', 'fe80::1'],
    ['host', null],
    ['port', 65_535],
    ['connectionString', 'tls:host=ci:port=1'],
    ['umask', 0],
    ['umask', 0o777],
    ['umask', null],
    ['keepalive', 0],
    ['logCount', 0],
    ['allowShutdown', null],
    ['allowShutdown', 'file'],
    ['basedir', '.'],
    ['basedir', 'C:\\workers\\one'],
    ['password', 'pa ss#\'"'],
    ['unicodeEncoding', 'iso-8859-15'],
  ])('of %s may be %j', (name, value) => {
    expect(settingFault(name, value)).toBeUndefined();
  });

  it.each<[WorkerSettingName, SettingValue, object]>([
    ['host', 'ci example', { kind: 'shape' }],
    ['host', '', { kind: 'empty' }],
    ['port', 0, { kind: 'number', min: 1, max: 65_535 }],
    ['port', '9989', { kind: 'number' }],
    ['connectionString', 'ci:9989', { kind: 'shape' }],
    ['umask', 0o1000, { kind: 'number', min: 0, max: 0o777, base: 8 }],
    ['keepalive', -1, { kind: 'number', min: 0, isAboveMin: false, isWhole: false }],
    ['maxdelay', 0, { kind: 'number', min: 0, isAboveMin: true }],
    ['numcpus', 1.5, { kind: 'number', min: 1, isWhole: true, isNoneAllowed: true }],
    ['logSize', -1, { kind: 'number', min: 1 }],
    ['allowShutdown', 'mail', { kind: 'choice', choices: ['signal', 'file'] }],
    ['protocol', 'ftp', { kind: 'choice', choices: ['pb', 'msgpack_experimental_v7'] }],
    ['useTls', 1, { kind: 'switch' }],
    ['workerName', 'a\nb', { kind: 'one-line' }],
    ['workerName', null, { kind: 'needed' }],
    ['password', '', { kind: 'empty' }],
    ['unicodeEncoding', 'utf/8', { kind: 'shape' }],
    ['fileAccess', 'nowhere', { kind: 'choice' }],
  ])('of %s may not be %j', (name, value, fault) => {
    expect(settingFault(name, value)).toMatchObject(fault);
  });

  it.each<[WorkerSettingName, SettingValue, SettingValue]>([
    ['keepalive', null, 0],
    ['maxdelay', null, 300],
    ['maxretries', 0, null],
    ['numcpus', 0, null],
    ['logSize', 0, null],
    ['umask', 0, 0],
    ['logCount', 0, 0],
    ['unicodeEncoding', null, 'utf-8'],
  ])('of %s that is %j means %j', (name, value, meant) => {
    expect(settingValue(name, value)).toEqual({ ok: true, value: meant });
  });
});

describe('settings together', () => {
  const settings = settingsFrom(CONFIG);

  it('may be as a worker has them', () => {
    expect(settingsFaults(settings)).toEqual([]);
  });

  it('name a master', () => {
    const problems = settingsFaults({ ...settings, host: null, port: null });
    expect(problems.map(({ name }) => name)).toEqual(['host', 'port']);
  });

  it('name it once', () => {
    const problems = settingsFaults({ ...settings, connectionString: 'tcp:ci:1' });
    expect(problems.map(({ name }) => name)).toEqual(['connectionString', 'proxyConnectionString']);
  });
});

describe('what was typed', () => {
  it.each<[WorkerSettingName, string, SettingValue]>([
    ['umask', '022', 0o22],
    ['umask', '0o22', 0o22],
    ['umask', '18', 18],
    ['umask', 'None', null],
    ['logSize', '10_000_000', 10_000_000],
    ['logCount', 'none', null],
    ['useTls', 'on', true],
    ['useTls', '0', false],
    ['host', ' ci ', 'ci'],
    ['password', ' None ', ' None '],
  ])('for %s, %j, becomes %j', (name, typed, value) => {
    expect(valueFromText(name, typed)).toEqual({ ok: true, value });
  });

  it('is refused with what is wrong', () => {
    expect(valueFromText('port', 'many')).toMatchObject({ ok: false, problem: { kind: 'number' } });
    expect(valueFromText('useTls', 'perhaps')).toMatchObject({ ok: false });
    expect(valueFromText('basedir', 'worker')).toMatchObject({ problem: { kind: 'shape' } });
  });

  it('is shown as it may be typed', () => {
    for (const { name } of WORKER_SETTINGS) {
      const value = settingsFrom(CONFIG)[name];
      expect(valueFromText(name, settingText(name, value))).toEqual({ ok: true, value });
    }
    expect(settingText('umask', 0o22)).toBe('0o22');
  });
});
