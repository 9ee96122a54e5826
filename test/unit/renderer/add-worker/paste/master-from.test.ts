import { describe, expect, it } from 'vitest';
import {
  hostAndPort,
  isPort,
  masterFrom,
} from '../../../../../renderer/add-worker/paste/master-from.ts';

const CI = { host: 'ci.example.org', port: '9989' };

describe('a word that names a master', () => {
  it.each([
    ['a host', 'ci.example.org', { host: 'ci.example.org' }],
    ['a host of one word', 'localhost', { host: 'localhost' }],
    ['an address', '10.0.0.1:9990', { host: '10.0.0.1', port: '9990' }],
    ['an IPv6 address', '[2001:db8::1]:9989', { host: '2001:db8::1', port: '9989' }],
    ['a bare IPv6 address', '::1', { host: '::1' }],
    ['a URL', 'tcp://ci.example.org:9989', CI],
    ['a URL with TLS', 'tls://ci.example.org:9990/', { ...CI, port: '9990', useTls: 'True' }],
    [
      'a web socket',
      'wss://ci.example.org:9989/worker',
      { ...CI, useTls: 'True', protocol: 'msgpack_experimental_v7' },
    ],
    ['the web page', 'https://ci.example.org:8010/#/', { host: 'ci.example.org' }],
    ['a plain connection string', 'tcp:host=ci.example.org:port=9989', CI],
    [
      'a connection string',
      'tls:host=ci.example.org:port=9990',
      { connectionString: 'tls:host=ci.example.org:port=9990' },
    ],
    ['in brackets, with a full stop', '<tcp://ci.example.org:9989>.', CI],
    ['a URL with a user', 'pb://ada:secret@ci.example.org:9989/x', CI],
  ])('is %s', (_what, word, settings) => {
    expect(masterFrom(word)).toEqual(settings);
  });

  it.each(['9989', 'buildbot.tac', 'ci:99999', 'ci:0', 'a b', '-', '@', ''])(
    'is not %j',
    (word) => {
      expect(masterFrom(word)).toBeUndefined();
    },
  );

  it('may be a number or a file where a host has to stand', () => {
    expect(hostAndPort('9989')).toEqual({ host: '9989' });
    expect(hostAndPort('ci.log:1')).toEqual({ host: 'ci.log', port: '1' });
  });

  it('has a port that a socket can have', () => {
    expect(['1', '65535', '0', '65536', '1e3', ' 1', ''].map(isPort)).toEqual([
      ...[true, true, false, false, false, false, false],
    ]);
  });
});
