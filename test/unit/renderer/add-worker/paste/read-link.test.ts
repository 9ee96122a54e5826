import { describe, expect, it } from 'vitest';
import { readLink } from '../../../../../renderer/add-worker/paste/read-link.ts';
import { readOpenedLink, readPaste } from '../../../../../renderer/add-worker/paste/read-paste.ts';

const CI = { host: 'ci.example.org', port: '9990' };

describe('a link of an administrator', () => {
  it.each([
    ['buildbot-worker:add?host=ci.example.org&port=9990&name=linux-3', { workerName: 'linux-3' }],
    ['buildbot-worker://add/?host=ci.example.org&port=9990&name=a%20b', { workerName: 'a b' }],
    ['BUILDBOT-WORKER:add?use-tls=1&host=ci.example.org&port=9990', { useTls: 'True' }],
    [
      'buildbot-worker:add?host=ci.example.org&port=9990&use-tls&protocol=pb&tls-pin=sha256:ab&keepalive=60',
      { useTls: 'True', protocol: 'pb', tlsPin: 'sha256:ab', keepalive: '60' },
    ],
  ])('is read: %s', (link, settings) => {
    expect(readLink(link)).toMatchObject({ settings: { ...CI, ...settings }, notTaken: [] });
  });

  it.each([
    ['password=x', 'password', 'secret'],
    ['proxy-password=x', 'proxy-password', 'secret'],
    ['basedir=/etc', 'basedir', 'unknown'],
    ['proxy-connection-string=tcp:evil:1', 'proxy-connection-string', 'unknown'],
    ['tls-authorities=/tmp/ca.pem', 'tls-authorities', 'unknown'],
    ['constructor=x', 'constructor', 'unknown'],
    ['port=99999', 'port', 'unknown'],
    ['host=ci.example.org%2Fpath', 'host', 'unknown'],
    ['use-tls=no', 'use-tls', 'unknown'],
  ])('carries nothing that reaches further: %s', (piece, option, why) => {
    expect(readLink(`buildbot-worker:add?${piece}`)).toMatchObject({
      settings: {},
      notTaken: [{ option, why }],
    });
  });

  it.each(['https://ci.example.org/add?host=x', 'buildbot-worker:start?host=x', ''])(
    'is not %j',
    (text) => {
      expect(readLink(text)).toBeUndefined();
    },
  );

  it('is found in a mail, which may say the password', () => {
    const mail =
      'Click buildbot-worker:add?host=ci.example.org&port=9990&name=linux-3\nPassword: p';
    const { settings, notTaken } = readPaste(mail);
    expect(settings).toEqual({ ...CI, workerName: 'linux-3', password: 'p' });
    expect(notTaken).toEqual([]);
  });

  it('is all that counts when it was opened', () => {
    const text = 'buildbot-worker:add?host=ci.example.org&port=9990"Password: p --use-tls';
    expect(readOpenedLink(text).settings).toEqual(CI);
    expect(readOpenedLink('Host: ci.example.org').settings).toEqual({});
  });
});
