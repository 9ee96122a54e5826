import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPaste } from '../../../../../renderer/add-worker/paste/read-paste.ts';
import { fuzzed } from '../../../../support/fuzz.ts';
import { MAILS } from '../../../../support/mails.ts';

const CI = { host: 'ci.example.org', port: '9989' };
const ME = { workerName: 'linux-3', password: 'hunter2' };

describe('what is pasted', () => {
  it.each(MAILS.filter(({ kind }) => kind !== 'a buildbot.tac'))(
    'is the mail of an administrator: $kind',
    ({ text, settings }) => {
      expect(readPaste(text).settings).toEqual(settings);
    },
  );

  it('holds options in prose as in a command, and names those that it cannot take', () => {
    const { settings, hostinfo, notTaken, switches } = readPaste(
      'Host: ci\nPlease use `--keepalive 300`, --use-tls, --relocatable and --admin=Ada; not --weird.',
    );
    expect(settings).toEqual({ host: 'ci', keepalive: '300', useTls: 'True' });
    expect(hostinfo).toEqual({ admin: 'Ada' });
    expect(switches.isRelocatable).toBe(true);
    expect(notTaken).toEqual([{ option: '--weird', why: 'unknown' }]);
  });

  it.each([
    ['host and port', ' ci.example.org:9989\n', CI],
    [
      'a command with gaps, and the values around it',
      'Run `buildbot-worker create-worker worker ci.example.org:9989 <name> <password>`.\nName: linux-3\nPassword: hunter2',
      { ...CI, ...ME },
    ],
    ['lines of a Windows mail', 'Host: ci.example.org\r\nPort: 9989\r\n', CI],
    ['prose about a command', 'Please read about create-worker in the manual first.', {}],
    ['prose about Buildbot', 'Run buildbot-worker create-worker, then edit info/host.', {}],
    ['nothing of use', 'Hello! See you at 10:30.', {}],
    ['nothing', '', {}],
  ])('%s', (_what, text, settings) => {
    expect(readPaste(text).settings).toEqual(settings);
  });

  it('is a command before all, whatever stands around it', () => {
    const read = readPaste('Name: other\n$ buildtray create-worker -r d ci w p\nTLS: yes');
    expect(read.settings).toMatchObject({ host: 'ci', workerName: 'w', useTls: 'True' });
    expect(read.switches.isRelocatable).toBe(true);
  });

  it('is read no further than any mail is long', () => {
    expect(readPaste(`${'x '.repeat(60_000)}\nHost: ci.example.org`).settings).toEqual({});
  });

  it.each([
    ['from buildbot_worker.bot import Worker\n', true],
    ["buildmaster_host = 'ci'\nport = 9989\n", true],
    ['Host: ci.example.org', false],
  ])('is a buildbot.tac: %j', (text, isTac) => {
    expect(readPaste(text).isTac).toBe(isTac);
  });
});

const pieces = fc.constantFrom(
  ...['create-worker', 'Host: ', 'Password:', '=', ':', '"', "'", '\\', '\n', ' ', '://', 'tls:'],
  ...['ci.example.org', '9989', '|', '<', '[', '::', '--umask', '-', 'is ', 'Worker ', '\t', '„'],
);

describe('whatever is pasted', () => {
  it('gives texts alone', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.array(pieces).map((some) => some.join('')),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const { settings } = readPaste(text);
        expect(Object.values(settings).every((value) => typeof value === 'string')).toBe(true);
        expect(settings.port === undefined || Number(settings.port) <= 65_535).toBe(true);
      }),
      fuzzed(2_000),
    );
  });

  // A pattern that tries every way to read such a text would not come to an end.
  it.each([
    'a',
    ' ',
    '>',
    '-',
    ':',
    'Password ',
    'worker ',
    '"',
    'a.',
    'a,b: ',
    '\\\n',
    '[',
    'create-worker ',
  ])('comes to an end: %j over and over', (piece) => {
    const text = piece.repeat(Math.ceil(200_000 / piece.length));
    expect(() => readPaste(text)).not.toThrow();
    expect(() => readPaste(`${text.slice(0, 50_000)}!`)).not.toThrow();
  });

  it('is host and port where it is written so', () => {
    fc.assert(
      fc.property(fc.domain(), fc.integer({ min: 1, max: 65_535 }), (host, port) => {
        fc.pre(!/\.(?:tac|py|txt|cfg|log)$/i.test(host));
        expect(readPaste(`${host}:${port}`).settings).toEqual({ host, port: String(port) });
      }),
      fuzzed(200),
    );
  });
});
