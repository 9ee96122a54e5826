import { describe, expect, it } from 'vitest';
import {
  draftFrom,
  EMPTY_FORM,
  fieldsFromPaste,
} from '../../../../renderer/add-worker/form-model.ts';

describe('what is pasted as the host', () => {
  it.each([
    ['ci.example.org', undefined],
    ['ci.example.org:9990', { host: 'ci.example.org', port: '9990' }],
    [' 10.0.0.1:1 ', { host: '10.0.0.1', port: '1' }],
    ['[::1]:9989', { host: '::1', port: '9989' }],
    ['::1', undefined],
    [
      'buildbot-worker create-worker --umask 0o22 -r /srv/bb ci:9 w1 "pass word"',
      { host: 'ci', port: '9', workerName: 'w1', password: 'pass word', basedir: '/srv/bb' },
    ],
    [
      '$ buildtray create-worker dir ci.example.org me secret',
      { host: 'ci.example.org', port: '9989', workerName: 'me', password: 'secret' },
    ],
    ['buildbot-worker create-worker', undefined],
  ])('%s', (text, fields) => {
    expect(fieldsFromPaste(text)).toEqual(fields);
  });
});

it.each([
  ['9989', 9989],
  [' 1 ', 1],
  ['', 0],
  ['12x', 0],
  ['70000', 0],
])('reads the port %j as %d', (port, number) => {
  expect(draftFrom({ ...EMPTY_FORM, port }).port).toBe(number);
});
