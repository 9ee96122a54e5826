import { expect, it } from 'vitest';
import {
  keywordOfSetting,
  positionalOrder,
  settingOfKeyword,
  valueWhenAbsent,
} from '../../../../../main/basedir/tac/worker-arguments.ts';

it('has the order of the arguments of both classes', () => {
  expect(positionalOrder('buildbot_worker.bot').slice(0, 7)).toEqual([
    ...['buildmaster_host', 'port', 'workername', 'passwd', 'basedir', 'keepalive'],
    'keepaliveTimeout',
  ]);
  expect(positionalOrder('buildslave.bot').slice(5, 8)).toEqual([
    ...['keepalive', 'usepty', 'keepaliveTimeout'],
  ]);
});

it('knows an argument by its name', () => {
  expect(keywordOfSetting('maxretries')).toBe('maxRetries');
  expect(settingOfKeyword('maxRetries')).toBe('maxretries');
  expect(settingOfKeyword('host')).toBe('buildmaster_host');
  expect(settingOfKeyword('colour')).toBeUndefined();
});

it('has the default of what the file does not have; without a log block nothing is rotated', () => {
  expect(valueWhenAbsent('maxdelay')).toBe(300);
  expect(valueWhenAbsent('rotateLength')).toBeNull();
  expect(valueWhenAbsent('usepty')).toBeNull();
});
