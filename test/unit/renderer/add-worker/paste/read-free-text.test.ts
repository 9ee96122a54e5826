import { describe, expect, it } from 'vitest';
import { readFreeText } from '../../../../../renderer/add-worker/paste/read-free-text.ts';

const CI = { host: 'ci.example.org', port: '9989' };
const ME = { workerName: 'linux-3', password: 'hunter2' };

describe('what people write to each other', () => {
  it.each([
    [
      'a mail',
      'Hi Ada,\n\nthanks for lending us a machine! Here is what you need:\n\nMaster: ci.example.org\nPort: 9989\nWorker name: linux-3\nPassword: hunter2\n\nBuilds show up at https://ci.example.org/#/builders\n\nCheers, Bob <bob@example.org>',
      { ...CI, ...ME },
    ],
    [
      'a German mail',
      'Hallo Ada,\n\nhier die Zugangsdaten:\n\nServer: ci.example.org:9989\nName des Workers: linux-3\nPasswort: hunter2\n\nGrüße, Bob',
      { ...CI, ...ME },
    ],
    [
      'German sentences',
      'Ihr Worker heißt linux-3, das Passwort lautet hunter2. Der Master ist ci.example.org auf Port 9989.',
      { ...CI, ...ME },
    ],
    [
      'English sentences',
      'Please connect to ci.example.org:9989. Your worker is called "linux-3" and the password for it is hunter2.',
      { ...CI, ...ME },
    ],
    [
      'a list with marks',
      '* **Host**: `ci.example.org`\n* **Port**: `9989`\n* **Worker name**: `linux-3`\n* **Password**: `hunter2`',
      { ...CI, ...ME },
    ],
    [
      'a table',
      '| Host | ci.example.org |\n| Port | 9989 |\n| Username | linux-3 |\n| Kennwort | hunter2 |',
      { ...CI, ...ME },
    ],
    [
      'values below their labels',
      'Buildmaster:\n  ci.example.org\nPort:\n  9989\nWorker:\n  linux-3\nPassword:\n  hunter2',
      { ...CI, ...ME },
    ],
    [
      'pairs in a line',
      'host=ci.example.org port=9989 name=linux-3 password=hunter2',
      { ...CI, ...ME },
    ],
    [
      'pairs with commas',
      'Host: ci.example.org, Port: 9989, User: linux-3, Password: "correct horse"',
      { ...CI, workerName: 'linux-3', password: 'correct horse' },
    ],
    [
      'host and port in words',
      'Host: ci.example.org (port 9989)\nTLS: yes\nProtocol: msgpack',
      { ...CI, useTls: 'True', protocol: 'msgpack_experimental_v7' },
    ],
    ['an address with brackets', 'Master <tcp://ci.example.org:9989>.', CI],
    [
      'a password elsewhere',
      'Name: linux-3\nPassword: see my other mail',
      { workerName: 'linux-3' },
    ],
    ['a name with its password', 'Login: linux-3 / hunter2', ME],
    ['the same under both names', 'Name/Password: linux-3/hunter2', ME],
    ['a name alone under a label for both', 'Account: linux-3', { workerName: 'linux-3' }],
    [
      'a short name of a host',
      'linux-3 / hunter2 on buildmaster, port 9989',
      { ...ME, host: 'buildmaster', port: '9989' },
    ],
    ['a directory', 'Please keep it in the directory "~/bb".', { basedir: '~/bb' }],
    ['a directory named behind', 'Use the /srv/bb directory, please.', { basedir: '/srv/bb' }],
    ['a directory on Windows', 'Folder: C:\\bb', { basedir: 'C:\\bb' }],
    ['a directory of nowhere', 'Directory: worker', {}],
    ['a path of something else', 'See /var/log/buildbot for the log.', {}],
    ['an address of people', 'Worker name: ada@example.org', {}],
    ['a port beyond all', 'Port: 99999', {}],
    ['the first of two values', 'Password: hunter2\nPassword: old', { password: 'hunter2' }],
  ])('is read: %s', (_what, text, settings) => {
    expect(readFreeText(text)).toEqual(settings);
  });

  it('is a master with a port before any other, and a web page before a bare name', () => {
    const web = 'See https://ci.example.org/ and wiki.example.org.';
    expect(readFreeText(`Not wiki.example.org. ${web}`)).toEqual({ host: 'ci.example.org' });
    expect(readFreeText(`${web} Workers: master.example.org:9990`)).toEqual({
      host: 'master.example.org',
      port: '9990',
    });
  });
});
