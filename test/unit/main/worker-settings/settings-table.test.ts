import { describe, expect, it } from 'vitest';
import {
  changedSettings,
  changeEffectFrom,
} from '../../../../main/worker-settings/change-effect.ts';
import {
  settingProblem,
  settingsProblems,
} from '../../../../main/worker-settings/setting-fault.ts';
import { settingFromText, settingText } from '../../../../main/worker-settings/setting-text.ts';
import { settingsFrom } from '../../../../main/worker-settings/settings-from.ts';
import {
  type SettingValue,
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
      if (byDefault !== undefined) expect(settingProblem(name, byDefault)).toBeUndefined();
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
    [{ fileAccess: 'anywhere' }, 'reconnect', ['fileAccess']],
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
    expect(settingProblem(name, value)).toBeUndefined();
  });

  it.each<[WorkerSettingName, SettingValue, string]>([
    ['host', 'ci example', 'buildmaster_host must be the name or address of a machine'],
    ['host', '', 'buildmaster_host must not be empty.'],
    ['port', 0, 'port must be a number from 1 to 65535.'],
    ['port', '9989', 'port must be a number from 1 to 65535.'],
    ['connectionString', 'ci:9989', 'connection_string must be a connection string such as'],
    ['umask', 0o1000, 'umask must be a number from 0 to 0o777.'],
    ['keepalive', -1, 'keepalive must be a whole number of seconds, at least 0.'],
    ['keepalive', null, 'keepalive needs a value.'],
    ['maxdelay', 0, 'maxdelay must be a whole number of seconds, at least 1.'],
    ['numcpus', 1.5, 'numcpus must be a whole number of processors, at least 1.'],
    ['logSize', 0, 'rotateLength must be a whole number of bytes, at least 1.'],
    ['allowShutdown', 'mail', "allow_shutdown must be 'signal' or 'file'."],
    ['protocol', 'ftp', "protocol must be 'pb' or 'msgpack_experimental_v7'."],
    ['useTls', 1, 'use_tls is on or off.'],
    ['workerName', 'a\nb', 'workername must be one line without control signs.'],
    ['password', '', 'passwd must not be empty.'],
    ['unicodeEncoding', 'utf 8', 'unicode_encoding must be the name of an encoding'],
    ['basedir', 'worker', "basedir must be a directory's whole path, or ."],
    ['fileAccess', 'nowhere', "buildtray_file_access must be 'basedir' or 'anywhere'."],
  ])('of %s may not be %j', (name, value, sentence) => {
    expect(settingProblem(name, value)).toContain(sentence);
  });
});

describe('settings together', () => {
  const settings = settingsFrom(CONFIG);

  it('may be as a worker has them', () => {
    expect(settingsProblems(settings)).toEqual([]);
  });

  it('name a master', () => {
    const problems = settingsProblems({ ...settings, host: null, port: null });
    expect(problems.map(({ name }) => name)).toEqual(['host', 'port']);
  });

  it('name it once', () => {
    const problems = settingsProblems({ ...settings, connectionString: 'tcp:ci:1' });
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
    expect(settingFromText(name, typed)).toEqual({ ok: true, value });
  });

  it('is refused in words', () => {
    expect(settingFromText('port', 'many')).toEqual({
      ok: false,
      problem: 'port must be a number from 1 to 65535.',
    });
    expect(settingFromText('useTls', 'perhaps')).toMatchObject({ ok: false });
    expect(settingFromText('keepalive', 'None')).toMatchObject({ ok: false });
  });

  it('is shown as it may be typed', () => {
    for (const { name } of WORKER_SETTINGS) {
      const value = settingsFrom(CONFIG)[name];
      expect(settingFromText(name, settingText(name, value))).toEqual({ ok: true, value });
    }
    expect(settingText('umask', 0o22)).toBe('0o22');
  });
});
