import { describe, expect, it } from 'vitest';
import { filterEnvironment, isWithheld } from '../../../../main/worker/filter-environment.ts';

describe('filterEnvironment', () => {
  it('keeps what builds need', () => {
    const environment = {
      PATH: '/usr/bin',
      HOME: '/home/ada',
      LANG: 'C.UTF-8',
      CFLAGS: '-O2',
      CC: 'gcc',
      PYTHONPATH: 'lib',
      NODE_OPTIONS: '--max-old-space-size=99',
      // Words that only contain the letters of a secret's word.
      AUTHOR: 'Ada',
      TOKENIZER: 'fast',
      KEYBOARD: 'de',
      DISPLAY: ':0',
    };
    expect(filterEnvironment(environment)).toEqual(environment);
  });

  it.each([
    'GITHUB_TOKEN',
    'npm_config__auth',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_ACCESS_KEY_ID',
    'PGPASSWORD_PASSWORD',
    'DB_PASSWORD',
    'Api_Key',
    'APIKEY',
    'SSH_AUTH_SOCK',
    'DBUS_SESSION_BUS_ADDRESS',
    'XAUTHORITY',
    'GPG_PASSPHRASE',
    'GOOGLE_APPLICATION_CREDENTIALS',
    'ELECTRON_RUN_AS_NODE',
    'BUILDTRAY_ANYTHING',
  ])('withholds %s', (name) => {
    expect(isWithheld(name)).toBe(true);
    expect(filterEnvironment({ [name]: 'x', PATH: 'p' })).toEqual({ PATH: 'p' });
  });

  it('leaves out variables that are not set', () => {
    expect(filterEnvironment({ PATH: undefined })).toEqual({});
  });
});
