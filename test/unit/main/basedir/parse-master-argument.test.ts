import { expect, it } from 'vitest';
import { parseMasterArgument } from '../../../../main/basedir/parse-master-argument.ts';

it.each([
  ['ci', 'ci', 9989],
  ['ci:1', 'ci', 1],
  ['ci:65535', 'ci', 65_535],
  ['[fe80::1]', 'fe80::1', 9989],
  ['[fe80::1]:9990', 'fe80::1', 9990],
])('reads %j', (master, host, port) => {
  expect(parseMasterArgument(master)).toEqual({ ok: true, value: { host, port } });
});

it.each([
  ['http://ci', { kind: 'url' }],
  ['http:ci', { kind: 'url' }],
  ['fe80::1', { kind: 'brackets' }],
  ['', { kind: 'host' }],
  ['c i', { kind: 'host' }],
  ['ci:0', { kind: 'port', port: '0', isNumber: true }],
  ['ci:65536', { kind: 'port', isNumber: true }],
  ['ci:pb', { kind: 'port', isNumber: false }],
])('refuses %j', (master, problem) => {
  expect(parseMasterArgument(master)).toMatchObject({ ok: false, problem });
});
