import { expect, it } from 'vitest';
import { refusalOf } from '../../../../main/transport/refusal-of.ts';

const REQUEST = { target: '[::1]:9989', hasLogin: false };
const refusal = (reply: string, changes: Partial<typeof REQUEST> = {}) =>
  refusalOf(Buffer.from(reply, 'latin1'), { ...REQUEST, ...changes });

it.each(['HTTP/1.1 200 OK\r\n\r\n', 'HTTP/1.0 299\r\nVia: x\r\n\r\nrest'])(
  'the tunnel is open with %j',
  (reply) => {
    expect(refusal(reply)).toBeUndefined();
  },
);

it.each([
  [407, { kind: 'login-required' }],
  [403, { kind: 'port-forbidden', port: '9989' }],
  [400, { kind: 'no-connect' }],
  [405, { kind: 'no-connect' }],
  [501, { kind: 'no-connect' }],
  [502, { kind: 'cannot-reach' }],
  [504, { kind: 'cannot-reach' }],
  [301, { kind: 'other' }],
  [100, { kind: 'other' }],
])('a status of %i is a refusal', (status, expected) => {
  const answer = `HTTP/1.1 ${status} Words`;
  expect(refusal(`${answer}\r\nX: y\r\n\r\n`)).toEqual({ ...expected, answer });
});

it('a login that was given and is asked for again is a wrong one', () => {
  expect(refusal('HTTP/1.1 407 No\r\n\r\n', { hasLogin: true })?.kind).toBe('wrong-login');
});

it.each([
  'SSH-2.0-x\r\n\r\n',
  'HTTP/2 200\r\n\r\n',
  'HTTP/1.1 20 x\r\n\r\n',
  'HTTP/1.1 200 OK\r\nno end',
  '',
])('%j is no answer of a proxy', (reply) => {
  expect(refusal(reply)?.kind).toBe('not-http');
});

it('shows only the beginning of what a stranger sends, and nothing that moves a cursor', () => {
  expect(refusal(`\x1b[2J\xff${'x'.repeat(200)}`)).toEqual({
    kind: 'not-http',
    answer: `.[2J.${'x'.repeat(95)}`,
  });
});
