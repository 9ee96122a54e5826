import { expect, it } from 'vitest';
import { BrokerError, RemoteError } from '../../../../../main/spread/broker/errors.ts';

const failure = (typeName: string, value: string) =>
  new RemoteError({ typeName, value, traceback: 'a trace', parents: [typeName] });

it.each([
  ['builtins.ValueError', 'no good', 'builtins.ValueError: no good'],
  ['twisted.cred.error.UnauthorizedLogin', '', 'twisted.cred.error.UnauthorizedLogin'],
  ['', 'no good', 'no good'],
  ['', '', 'an error without a name'],
])('a failure of class "%s" with the text "%s" reads "%s"', (typeName, value, message) => {
  const error = failure(typeName, value);
  expect([error.message, error.typeName, error.value]).toEqual([message, typeName, value]);
});

it('a failure keeps the trace and the classes of the peer', () => {
  expect(failure('a.B', 'c')).toMatchObject({
    code: 'PB_REMOTE_ERROR',
    traceback: 'a trace',
    parents: ['a.B'],
  });
});

it('what ends a connection keeps its cause', () => {
  const cause = new Error('bad bytes');
  const error = new BrokerError('PB_MALFORMED', 'no message', { cause });
  expect([error.code, error.message, error.cause]).toEqual(['PB_MALFORMED', 'no message', cause]);
});
