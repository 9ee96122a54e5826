import { describe, expect, it } from 'vitest';
import type { CheckResult } from '../../../../main/contract/adding/checks.ts';
import { foreignProblem } from '../../../../main/contract/problem.ts';
import { textsIn } from '../../../../main/texts/texts.ts';
import {
  faultOf,
  MACHINE_CHECKS,
  missingFrom,
  passwordPlaceIn,
  stepToFix,
  WAY_CHECKS,
  withProtocol,
} from '../../../../renderer/add-worker/draft-form.ts';
import { shownValue } from '../../../../renderer/add-worker/label-of.ts';
import { keyOf, nextCheck } from '../../../../renderer/add-worker/next-check.ts';

const SETTINGS = { host: 'ci', port: '9989', workerName: 'w1', password: 'p', basedir: '/w' };

describe('the form', () => {
  it('misses what everybody has to fill in', () => {
    expect(missingFrom({ host: ' ', port: '1', password: ' ' })).toEqual(['host', 'workerName']);
    expect(missingFrom({ ...SETTINGS, password: '' })).toEqual(['password']);
    expect(missingFrom({ connectionString: 'tls:ci:1' })).toEqual(['workerName', 'password']);
  });

  it('leads to the first step with something to fix', () => {
    const problem = (field: 'umask' | 'basedir' | undefined) => ({ field, sentence: 'no' });
    expect(stepToFix([problem('basedir'), problem('umask')])).toBe('master');
    expect(stepToFix([problem(undefined), problem('basedir')])).toBe('machine');
    expect(stepToFix([problem(undefined)])).toBe('machine');
  });

  it('knows why a setting cannot be, and nothing of an empty one', () => {
    expect(faultOf('umask', '9999')).toMatchObject({ kind: 'number', max: 0o777 });
    expect(faultOf('umask', '022')).toBeUndefined();
    expect(faultOf('keepalive', ' ')).toBeUndefined();
  });

  it.each([
    ['useTls', 'True', 'on', 'an'],
    ['useTls', 'False', 'off', 'aus'],
    ['fileAccess', 'anywhere', 'Anywhere you have access', 'Überall, wo Sie es dürfen'],
    ['keepalive', '60', '60', '60'],
    ['tlsPin', 'sha256:ab', 'sha256:ab', 'sha256:ab'],
  ] as const)('names the value of %s, %s, in the language', (name, text, english, german) => {
    expect(shownValue(name, text, textsIn('en'))).toBe(english);
    expect(shownValue(name, text, textsIn('de'))).toBe(german);
  });

  it('reports that the password is kept where the directory will be', () => {
    const file = {
      kind: 'file',
      path: '/home/me/w/buildbot.tac',
      why: undefined,
      isOpen: false,
    } as const;
    const pathIn = (basedir: string | undefined) => {
      const place = passwordPlaceIn(basedir, file);
      return place.kind === 'file' && place.path;
    };
    expect(pathIn(' /srv/w/ ')).toBe('/srv/w/buildbot.tac');
    expect(pathIn('C:\\w')).toBe('C:\\w\\buildbot.tac');
    expect(pathIn('')).toBe(file.path);
    const keyring = { kind: 'keyring', keyring: 'gnome' } as const;
    expect(passwordPlaceIn('/srv/w', keyring)).toEqual(keyring);
  });

  it('takes the protocol that was found, unless one was chosen', () => {
    const speaks = result('speaks', 'passed', 'msgpack_experimental_v7');
    expect(withProtocol(SETTINGS, speaks).protocol).toBe('msgpack_experimental_v7');
    expect(withProtocol({ ...SETTINGS, protocol: 'pb' }, speaks).protocol).toBe('pb');
    expect(withProtocol(SETTINGS, undefined)).toEqual(SETTINGS);
  });
});

function result(
  id: CheckResult['id'],
  state: CheckResult['state'],
  protocol?: CheckResult['protocol'],
): CheckResult {
  return { id, state, finding: foreignProblem('Well.'), help: undefined, protocol };
}

/** The checks that are made one after the other, each with the state that is given. */
function made(
  settings: object,
  states: Partial<Record<CheckResult['id'], CheckResult['state']>> = {},
  ids: readonly CheckResult['id'][] = WAY_CHECKS,
): readonly string[] {
  const order: string[] = [];
  let known = {};
  for (;;) {
    const id = nextCheck(ids, settings, known);
    if (id === undefined) return order;
    order.push(id);
    const key = keyOf(id, settings);
    known = { ...known, [id]: { key, result: result(id, states[id] ?? 'passed') } };
  }
}

describe('the checks', () => {
  it('go one step further on the way to the master each', () => {
    expect(made(SETTINGS)).toEqual(['name', 'port', 'speaks', 'certificate', 'login']);
    expect(made({ ...SETTINGS, useTls: 'True' })).toEqual([...WAY_CHECKS]);
  });

  it('end where the way is blocked', () => {
    expect(made(SETTINGS, { port: 'failed' })).toEqual(['name', 'port']);
    expect(made(SETTINGS, { name: 'skipped', certificate: 'warned' })).toContain('login');
  });

  it('knock at the login only with a password', () => {
    expect(made({ ...SETTINGS, password: '' })).not.toContain('login');
  });

  it('wait for a host and a port that can be', () => {
    expect(made({ host: 'ci' })).toEqual([]);
    expect(made({ ...SETTINGS, port: '99999' })).toEqual([]);
    expect(made({ connectionString: 'tcp:ci:1' })).toContain('port');
  });

  it('are outdated by what they look at, and by nothing else', () => {
    const key = keyOf('login', SETTINGS);
    expect(keyOf('login', { ...SETTINGS, password: 'q' })).not.toBe(key);
    expect(keyOf('login', { ...SETTINGS, basedir: '/other' })).toBe(key);
  });

  it('of the machine do not depend on each other', () => {
    const all = made(SETTINGS, { directory: 'failed' }, MACHINE_CHECKS);
    expect(all).toEqual(['directory', 'disk', 'clock']);
  });
});
