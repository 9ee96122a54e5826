import { describe, expect, it } from 'vitest';
import {
  firstBytesOf,
  handshakeProblem,
  isWithoutAnswer,
} from '../../../../../main/transport/web-socket/handshake-problem.ts';

const TARGET = { peer: 'farm:9990', path: '/ws', workerName: 'w' };
const coded = (code: string): Error => Object.assign(new Error(`it was ${code}`), { code });
const unread = (text: string) =>
  Object.assign(coded('HPE_INVALID_CONSTANT'), { rawPacket: Buffer.from(text, 'latin1') });

describe('the answer of a web server', () => {
  it.each([
    [401, 'wrong-password', 'session.wrongLogin'],
    [404, 'not-a-master', 'reaching.webServerLacksPath'],
    [502, 'unreachable', 'reaching.webServerAlone'],
    [503, 'unreachable', 'reaching.webServerAlone'],
    [504, 'unreachable', 'reaching.webServerAlone'],
    [200, 'not-a-master', 'reaching.noWebSocket'],
    [399, 'not-a-master', 'reaching.noWebSocket'],
    [400, 'protocol-error', 'reaching.handshakeRefused'],
    [403, 'protocol-error', 'reaching.handshakeRefused'],
    [500, 'protocol-error', 'reaching.handshakeRefused'],
  ])('%i means %s', (status, kind, key) => {
    const failure = { kind: 'answer', status, statusText: 'Words' } as const;
    expect(handshakeProblem(failure, TARGET)).toMatchObject({ kind, problem: { key } });
  });

  it('is shown as it came, without a blank where it has no words', () => {
    const answerOf = (statusText: string) =>
      handshakeProblem({ kind: 'answer', status: 404, statusText }, TARGET).problem.facts;
    expect(answerOf('Not Here')).toEqual({
      peer: 'farm:9990',
      path: '/ws',
      answer: '404 Not Here',
    });
    expect(answerOf('')).toMatchObject({ answer: '404' });
  });

  it('that never comes is named with the time it had', () => {
    expect(handshakeProblem({ kind: 'timeout', seconds: 30 }, TARGET)).toEqual({
      kind: 'timed-out',
      problem: { key: 'reaching.webServerSilent', facts: { peer: 'farm:9990', seconds: 30 } },
    });
  });
});

describe('a peer that sent nothing', () => {
  it.each([
    [true, { kind: 'timeout', seconds: 30 }],
    [true, { kind: 'error', error: coded('ECONNRESET') }],
    [false, { kind: 'error', error: unread('SSH-2.0-x\r\n') }],
    [false, { kind: 'error', error: coded('EOTHER') }],
    [false, { kind: 'answer', status: 401, statusText: '' }],
  ] as const)('%s: %o', (isWithout, failure) => {
    expect(isWithoutAnswer(failure)).toBe(isWithout);
  });
});

describe('what is no web server', () => {
  it.each([
    [unread('\x02\x80\x02\x82pb'), 'reaching.speaksPbInstead', undefined],
    [unread('\x15\x03\x01\x00\x02\x02\x16'), 'reaching.speaksTls', undefined],
    [unread('SSH-2.0-x\r\n'), 'reaching.notMsgpackPort', { kind: 'ssh' }],
    [unread('220 mail\r\n'), 'reaching.notMsgpackPort', { kind: 'line', line: '220 mail' }],
    [coded('ECONNRESET'), 'reaching.notMsgpackPort', { kind: 'closed' }],
    [coded('EPIPE'), 'reaching.notMsgpackPort', { kind: 'closed' }],
    [coded('EOTHER'), 'reaching.notMsgpackPort', { kind: 'failed', message: 'it was EOTHER' }],
    ['nonsense', 'reaching.notMsgpackPort', { kind: 'failed', message: 'nonsense' }],
  ])('is known by what it sends or does: %#', (error, key, answer) => {
    const { kind, problem } = handshakeProblem({ kind: 'error', error }, TARGET);
    expect([kind, problem.key]).toEqual(['not-a-master', key]);
    expect(problem.facts).toEqual({ peer: 'farm:9990', ...(answer && { answer }) });
  });

  it.each([undefined, null, 'text', {}, { rawPacket: 'text' }])(
    'has sent nothing that is known: %j',
    (error) => {
      expect(firstBytesOf(error)).toBeUndefined();
    },
  );
});
