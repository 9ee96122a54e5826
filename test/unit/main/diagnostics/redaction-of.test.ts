import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactionOf } from '../../../../main/diagnostics/redaction-of.ts';

const ADA = { secrets: [], home: '/home/ada', userName: 'ada' };
const redact = redactionOf(ADA);
const some = (count: number): string => 'a1B2c3D4e5'.repeat(12).slice(0, count);

describe('in a report', () => {
  it.each([
    ['a token', `cloning with ghp_${some(36)} failed`, 'cloning with *** failed'],
    ['an assignment', 'env DEPLOY_TOKEN=abc make', 'env DEPLOY_TOKEN=*** make'],
    ['one in quotes', "passwd = 'open sesame'", 'passwd = ***'],
    ['an option', 'curl --api-key abc -u x', 'curl --api-key *** -u x'],
    ['an option with a sign', 'run --password=abc now', 'run --password=*** now'],
    ['a member of JSON', '{"name": "a", "password": "b"}', '{"name": "a", "password": ***}'],
    [
      'an address',
      'git clone https://bob:hunter2@example.org/x.git now',
      'git clone https://bob:***@example.org/x.git now',
    ],
    ['a header', `sent Authorization Bearer ${some(20)}`, 'sent Authorization Bearer ***'],
    ['a key', `-----BEGIN PRIVATE KEY-----\n${some(60)}\n-----END PRIVATE KEY-----\nok`, '***\nok'],
    ['half a key', `-----BEGIN RSA PRIVATE KEY-----\n${some(60)}`, '***'],
  ])('%s that looks secret is stars', (_what, text, shown) => {
    expect(redact(text)).toBe(shown);
  });

  it.each([
    'the password: nobody has set one',
    'Idle, connected to ci.example.org:9989',
    'passwd: set',
    'runs make -j8 KEEP=yes',
    'login as ada-laptop at ci.example.org',
  ])('what is no secret stays: %s', (text) => {
    expect(redact(text)).toBe(text);
  });

  it.each([
    ['/home/ada/worker/buildbot.tac', '~/worker/buildbot.tac'],
    ["basedir = '/home/ada'", "basedir = '~'"],
    ['/home/adam/worker', '/home/adam/worker'],
    ['/media/ada/disk', '/media/~/disk'],
  ])('the user’s home and name are short: %s', (text, shown) => {
    expect(redact(text)).toBe(shown);
  });

  it('so are those of Windows, in each form', () => {
    const windows = redactionOf({ secrets: [], home: 'C:\\Users\\ada', userName: 'ada' });
    const forms = 'C:\\Users\\ada\\w C:\\\\Users\\\\ada\\\\w C:/Users/ada/w D:\\ada\\w';
    expect(windows(forms)).toBe('~\\w ~\\\\w ~/w D:\\~\\w');
  });

  it('whatever the home is called, it is short', () => {
    const name = fc.stringMatching(/^[!-.0-~]{1,12}[a-z]$/).filter((text) => !text.includes('\\'));
    fc.assert(
      fc.property(name, (userName) => {
        const home = `/home/${userName}`;
        const shorter = redactionOf({ secrets: [], home, userName });
        expect(shorter(`in ${home}/w`)).toBe('in ~/w');
      }),
    );
    const hyphened = redactionOf({ secrets: [], home: '/home/ada-l.', userName: 'ada-l.' });
    expect(hyphened('/home/ada-l./w of /srv/ada-l./x')).toBe('~/w of /srv/~/x');
  });

  it('a home that is the root, or nobody’s name, shortens nothing', () => {
    const nobody = redactionOf({ secrets: [], home: '/', userName: '' });
    expect(nobody('/var/lib/worker')).toBe('/var/lib/worker');
  });

  it('nothing acts on a terminal', () => {
    expect(redact('a\u001b[2Jb\u202ec')).toBe('a\\x1b[2Jb\\u202ec');
  });

  it('no known secret is in any text, wherever it is', () => {
    const secret = fc.stringMatching(/^[!-~]{4,12}[0-9][!-~]{4,12}$/);
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), (found, before, after) => {
        const hidden = redactionOf({ ...ADA, secrets: [found] });
        expect(hidden(`${before}${found}${after}\n${found}`)).not.toContain(found);
      }),
    );
  });
});
