import { expect, it } from 'vitest';
import { answerFrom, isPerspectiveBroker, isTls } from '../../../../main/transport/greeting.ts';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

it('Perspective Broker begins with the list of its dialects, however many there are', () => {
  const greetings = ['\x02\x80\x02\x82pb\x04\x82none', '\x01\x80', '\x05\x80'];
  expect(greetings.map((text) => isPerspectiveBroker(bytes(text)))).toEqual([true, true, true]);
  const others = ['', '\x02', '\x80', 'HTTP/1.1', '\x15\x03'];
  expect(others.map((text) => isPerspectiveBroker(bytes(text)))).toEqual(others.map(() => false));
});

it('TLS answers with an alert or a handshake', () => {
  expect([isTls(bytes('\x15\x03\x01')), isTls(bytes('\x16\x03\x03'))]).toEqual([true, true]);
  const others = ['', '\x15', '\x17\x03', '\x15\x02', '\x02\x80'];
  expect(others.map((text) => isTls(bytes(text)))).toEqual(others.map(() => false));
});

it.each([
  ['\x02\x80\x02\x82pb', { kind: 'pb' }],
  ['HTTP/1.1 400 Bad Request\r\n', { kind: 'http' }],
  ['SSH-2.0-OpenSSH_9.2\r\n', { kind: 'ssh' }],
  ['220 mail.example.org\r\nmore', { kind: 'line', line: '220 mail.example.org' }],
  ['\x1b[2J\xe4\x00x\nmore', { kind: 'line', line: '.[2J..x' }],
  ['x'.repeat(300), { kind: 'line', line: 'x'.repeat(40) }],
  ['\r\n', { kind: 'line', line: '' }],
])('%j is known by its first bytes', (text, answer) => {
  expect(answerFrom(bytes(text))).toEqual(answer);
});
