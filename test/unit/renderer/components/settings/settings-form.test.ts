import { describe, expect, it } from 'vitest';
import type { SettingsPage } from '../../../../../main/contract/settings.ts';
import { textsIn } from '../../../../../main/texts/texts.ts';
import { WORKER_SETTINGS } from '../../../../../main/worker-settings/settings-table.ts';
import {
  type Edits,
  edited,
  FIELD_GROUPS,
  faultOf,
  faultyFields,
  isByString,
  isFound,
  isInUse,
  isUnusual,
  savedShown,
  settingsChangesFrom,
  tidied,
} from '../../../../../renderer/components/settings/settings-form.ts';

const VALUES: Readonly<Record<string, string | number | boolean | null>> = {
  host: 'ci',
  port: 9989,
  workerName: 'w',
  umask: 0o22,
  deleteLeftoverDirs: true,
};

const PAGE: SettingsPage = {
  tacPath: '/w/buildbot.tac',
  settings: WORKER_SETTINGS.map(({ name, kind, byDefault }) =>
    kind === 'secret'
      ? { kind: 'secret', name, isSet: true }
      : { kind: 'set', name, value: VALUES[name] ?? byDefault ?? null, line: 1 },
  ),
  tacText: '',
  problems: [],
  warnings: [],
  version: 'v',
  waitsFor: 'nothing',
  extras: { tlsPin: null, tlsAuthorities: null, proxyUser: 'u', proxyPassword: true },
  passwordPlace: { kind: 'file', path: '/w/buildbot.tac', why: undefined, isOpen: false },
};

describe('the form of the settings', () => {
  it('has every setting once', () => {
    const fields = FIELD_GROUPS.flatMap(({ fields }) => fields);
    expect(new Set(fields).size).toBe(fields.length);
    expect(fields).toEqual(expect.arrayContaining(WORKER_SETTINGS.map(({ name }) => name)));
  });

  it.each([
    ['port', '9989'],
    ['keepalive', '10 min'],
    ['umask', '0o22'],
    ['deleteLeftoverDirs', true],
    ['maxretries', ''],
    ['password', ''],
    ['proxyUser', 'u'],
    ['proxyPassword', ''],
  ] as const)('shows %s of the file', (name, shown) => {
    expect(savedShown(PAGE, name)).toBe(shown);
  });

  it('forgets an edit that leads back to what is saved', () => {
    const once = edited(PAGE, {}, 'keepalive', '5');
    expect(once).toEqual({ keepalive: '5' });
    expect(edited(PAGE, once, 'keepalive', '10 min')).toEqual({});
  });

  it.each([
    ['keepalive', '300', '5 min'],
    ['keepalive', 'often', 'often'],
    ['umask', '077', '0o77'],
    ['maxretries', 'None', ''],
    ['host', ' ci ', 'ci'],
    ['password', ' secret ', ' secret '],
    ['tlsPin', ' aa ', ' aa '],
    ['useTls', true, true],
  ] as const)('shows %s entered as %j the way that it shows what is saved', (name, shown, tidy) => {
    expect(tidied(name, shown)).toBe(tidy);
  });

  it('notices what is not as usual', () => {
    const unusual = FIELD_GROUPS.flatMap(({ fields }) => fields).filter((name) =>
      isUnusual(PAGE, name),
    );
    // Every worker has a name and a host of its own: neither has a default.
    expect(unusual).toEqual([
      'host',
      'port',
      'umask',
      'deleteLeftoverDirs',
      'proxyUser',
      'proxyPassword',
    ]);
  });

  it('asks for values rather than for what was typed', () => {
    const edits: Edits = {
      keepalive: ' 5 ',
      umask: '077',
      maxretries: '',
      deleteLeftoverDirs: false,
      allowShutdown: '',
      tlsPin: 'sha256:00',
      proxyUser: '',
    };
    expect(settingsChangesFrom('a', edits)).toEqual({
      workerId: 'a',
      settings: {
        keepalive: 5,
        umask: 0o77,
        maxretries: null,
        deleteLeftoverDirs: false,
        allowShutdown: null,
      },
      extras: { tlsPin: 'sha256:00', proxyUser: null },
    });
  });

  it.each([
    [{ keepalive: 'often' }, 'keepalive', 'Enter a length of time, such as 30 s or 5 min.'],
    [{ maxdelay: '0' }, 'maxdelay', 'Enter a length of time above 0, such as 30 s or 5 min.'],
    [{ logSize: '1k' }, 'logSize', 'Enter a size, such as 500 kB or 10 MB.'],
    [{ port: '70000' }, 'port', 'Enter a number from 1 to 65,535.'],
    [{ umask: '1000' }, 'umask', 'Enter a number from 0 to 0o777.'],
    [{ workerName: '' }, 'workerName', 'Enter a value.'],
    [{ host: '' }, 'host', 'Enter a value.'],
    [{ connectionString: '' }, 'connectionString', 'Enter a value.'],
    [{ host: 'a b' }, 'host', 'Enter the name or address of a machine, without the port.'],
    [{ connectionString: '', host: 'ci' }, 'connectionString', undefined],
    [{ maxretries: '' }, 'maxretries', undefined],
    [{}, 'keepalive', undefined],
  ] as const)('reports why %j cannot be', (edits, name, sentence) => {
    const fault = faultOf(name, edits);
    expect(fault && textsIn('en').settings.fault(fault)).toBe(sentence);
  });

  it('lists the fields that are not allowed, in the order of the page', () => {
    expect(faultyFields({ umask: '1000', host: 'a b', keepalive: '5' })).toEqual(['host', 'umask']);
  });

  it('names the master in one way', () => {
    expect(isByString(PAGE, {})).toBe(false);
    expect(isByString(PAGE, { connectionString: 'tcp:a:1' })).toBe(true);
    expect(isByString(PAGE, { connectionString: '', host: '' })).toBe(false);
    expect([isInUse('host', true), isInUse('connectionString', true)]).toEqual([false, true]);
    expect([isInUse('host', false), isInUse('connectionString', false)]).toEqual([true, false]);
  });

  it.each(['en', 'de'] as const)(
    'is found by the words of %s and by the names in the file',
    (language) => {
      const { settings } = textsIn(language);
      expect(isFound('keepalive', settings.fields.keepalive.label, settings)).toBe(true);
      expect(isFound('logSize', 'ROTATELENGTH', settings)).toBe(true);
      expect(isFound('logSize', 'rotateLength keepalive', settings)).toBe(false);
    },
  );
});
