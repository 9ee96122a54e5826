import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  addressFromDraft,
  configFromDraft,
  extrasFromDraft,
  trimmedFrom,
} from '../../../../main/adding/draft-settings.ts';
import { problemTextsFrom } from '../../../../main/adding/make-worker.ts';
import type { DraftSettings } from '../../../../main/contract/adding/worker-draft.ts';
import { textsIn } from '../../../../main/texts/texts.ts';

const problems = problemTextsFrom(textsIn('en'));
const german = problemTextsFrom(textsIn('de'));
const { fault, fields } = textsIn('en').settings;

const draft = (settings: DraftSettings = {}): DraftSettings => ({
  host: ' ci.example.org ',
  port: '9990',
  workerName: ' w1 ',
  password: ' pass word ',
  basedir: '/srv/w',
  ...settings,
});

describe('the configuration of what was typed', () => {
  it('has what was typed, and the defaults of what was left out', () => {
    const read = configFromDraft(draft({ keepalive: '77', umask: '022' }), problems);
    expect(read).toMatchObject({
      ok: true,
      value: {
        master: { kind: 'host', host: 'ci.example.org', port: 9990, useTls: false },
        workerName: 'w1',
        password: ' pass word ',
        basedir: '/srv/w',
        keepalive: 77,
        umask: 0o22,
        maxdelay: 300,
        protocol: 'pb',
      },
    });
  });

  it('follows a connection string alone, whatever host and port are left in the form', () => {
    const read = configFromDraft(draft({ connectionString: 'tls:ci:1', useTls: 'True' }), problems);
    expect(read).toMatchObject({
      value: { master: { kind: 'connection-string', connectionString: 'tls:ci:1' } },
    });
  });

  it('leaves out what the rest of the form gives no meaning', () => {
    const read = configFromDraft(draft({ path: '/ws', logSize: 'None', logCount: '4' }), problems);
    expect(read).toMatchObject({
      ok: true,
      value: { path: undefined, logSize: undefined, logCount: undefined },
    });
  });

  it('comes with every problem at its field, each once', () => {
    const typed = { host: 'http://ci', port: '0', workerName: ' ', password: '', umask: '9999' };
    const read = configFromDraft(draft({ ...typed, basedir: 'w' }), problems);
    expect(read.ok ? [] : read.problem).toEqual(
      expect.arrayContaining([
        { field: 'host', sentence: problems.host },
        { field: 'port', sentence: problems.port },
        { field: 'workerName', sentence: problems.workerName },
        { field: 'password', sentence: problems.password },
        { field: 'basedir', sentence: problems.basedir },
        { field: 'umask', sentence: 'Enter a number from 0 to 0o777.' },
      ]),
    );
    expect(read.ok ? [] : read.problem).toHaveLength(6);
  });

  it.each<[DraftSettings, string, RegExp]>([
    [{ connectionString: 'tcp:ci' }, 'connectionString', /braucht einen Port von 1 bis 65535/],
    [
      { proxyConnectionString: 'tcp:proxy:1:color=red' },
      'proxyConnectionString',
      /^Die Verbindungszeichenfolge des Proxys .*„color“, die es nicht gibt/,
    ],
    [
      { connectionString: 'tcp:ci:1', proxyConnectionString: 'tcp:proxy:1' },
      'proxyConnectionString',
      /schließen einander aus/,
    ],
    [{ unicodeEncoding: 'klingon' }, 'unicodeEncoding', /„klingon“ ist hier nicht bekannt/],
    [
      { workerName: 'a:b', protocol: 'msgpack_experimental_v7' },
      'workerName',
      /„a:b“ enthält einen Doppelpunkt/,
    ],
  ])('reports what only the start would reveal, too: %j', (typed, field, sentence) => {
    expect(configFromDraft(draft(typed), german)).toEqual({
      ok: false,
      problem: [{ field, sentence: expect.stringMatching(sentence) }],
    });
  });
});

describe('what a connection needs besides', () => {
  const PIN = `sha256:${'ab'.repeat(32)}`;
  const PROXY = 'tcp:proxy.example.org:3128';

  it('is taken from the form; a password keeps its blanks', () => {
    const typed = { proxyUser: ' ada ', proxyPassword: ' p ', proxyConnectionString: PROXY };
    expect(extrasFromDraft(draft({ ...typed, useTls: 'True', tlsPin: PIN }), problems)).toEqual({
      ok: true,
      value: {
        tls: { pin: PIN, authorities: undefined },
        proxy: { user: 'ada', password: ' p ' },
      },
    });
  });

  it.each([
    [{ tlsPin: 'ab', useTls: 'True' }, 'tlsPin', fields.tlsPin.shape ?? ''],
    [{ tlsPin: PIN }, 'tlsPin', fault({ kind: 'without-tls' })],
    [{ tlsAuthorities: '/etc/farm.pem' }, 'tlsAuthorities', fault({ kind: 'without-tls' })],
    [
      { tlsAuthorities: 'farm.pem', useTls: 'True' },
      'tlsAuthorities',
      fields.tlsAuthorities.shape ?? '',
    ],
    [{ proxyUser: 'ada' }, 'proxyUser', fault({ kind: 'without-proxy' })],
    [
      { proxyPassword: 'p', proxyConnectionString: PROXY },
      'proxyUser',
      /together with “Proxy password”/,
    ],
    [{ proxyUser: 'a:b', proxyConnectionString: PROXY }, 'proxyUser', /colon/],
  ])('is refused at its field: %j', (typed, field, sentence) => {
    expect(extrasFromDraft(draft(typed), problems)).toEqual({
      ok: false,
      problem: { field, sentence: expect.stringMatching(sentence) },
    });
  });
});

describe('the way to the master', () => {
  it.each<DraftSettings>([
    { host: '', port: '9989' },
    { host: 'ci', port: '' },
    { host: 'ci', port: '99999' },
    { host: 'http://ci', port: '9989' },
  ])('is not known while it is %j', (typed) => {
    expect(addressFromDraft(typed)).toBeUndefined();
  });

  it('is known before the rest of the form', () => {
    expect(addressFromDraft({ host: '[::1] ', port: '9989', useTls: 'True' })).toEqual({
      kind: 'host',
      host: '::1',
      port: 9989,
      useTls: true,
      proxyConnectionString: undefined,
    });
    expect(addressFromDraft({ connectionString: ' tcp:ci:1 ', port: 'x' })).toEqual({
      kind: 'connection-string',
      connectionString: 'tcp:ci:1',
    });
  });
});

it('reads paths as a shell would, and leaves blanks to passwords', () => {
  const typed = { basedir: ' ~/a/../w ', tlsAuthorities: '~/ca.pem', password: ' p ', host: ' h ' };
  expect(trimmedFrom(typed)).toEqual({
    basedir: join(homedir(), 'w'),
    tlsAuthorities: join(homedir(), 'ca.pem'),
    password: ' p ',
    host: 'h',
  });
  expect(trimmedFrom({ basedir: '~' })).toEqual({ basedir: homedir() });
  expect(trimmedFrom({ basedir: '~other' })).toEqual({ basedir: '~other' });
});
