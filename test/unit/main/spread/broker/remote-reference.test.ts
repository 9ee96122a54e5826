import { expect, it } from 'vitest';
import { RemoteReference } from '../../../../../main/spread/broker/remote-reference.ts';

/** A reference, and what it asked of its broker. */
function referenceTo(id: number | Uint8Array) {
  const asked: unknown[] = [];
  const reference = new RemoteReference(id, {
    call: async (...call) => {
      asked.push(call);
      return 'an answer';
    },
    callWithoutAnswer: (...call) => void asked.push(call),
    release: (released) => void asked.push(['release', released]),
  });
  return { reference, asked };
}

it('calls the object by its id, with all arguments in order', async () => {
  const { reference, asked } = referenceTo(9);
  expect(await reference.call('join', 'a', 1, null)).toBe('an answer');
  reference.callWithoutAnswer('note', [2]);
  expect(asked).toEqual([
    [9, 'join', ['a', 1, null]],
    [9, 'note', [[2]]],
  ]);
});

it('is released once, however often that is asked', () => {
  const { reference, asked } = referenceTo(new Uint8Array([7]));
  reference.release();
  reference.release();
  expect(asked).toEqual([['release', new Uint8Array([7])]]);
});
