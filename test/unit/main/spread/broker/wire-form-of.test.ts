import { expect, it } from 'vitest';
import { CopyableFailure } from '../../../../../main/spread/broker/failure.ts';
import { Referenceable } from '../../../../../main/spread/broker/referenceable.ts';
import { RemoteReference } from '../../../../../main/spread/broker/remote-reference.ts';
import { copierOf, wireFormOf } from '../../../../../main/spread/broker/wire-form-of.ts';
import { BrokerValue } from '../../../../../main/spread/jelly/jelly-value.ts';

const HOLDER = { call: async () => null, callWithoutAnswer: () => {}, release: () => {} };
const CLASS = 'twisted.spread.pb.CopyableFailure';

it('offers an object of ours, names one of theirs, and copies a failure', () => {
  const failure = CopyableFailure.from(new Error('no space'));
  expect(wireFormOf(new Referenceable({}), () => 4)).toEqual({ kind: 'remote', id: 4 });
  expect(wireFormOf(new RemoteReference(9, HOLDER), () => 4)).toEqual({ kind: 'local', id: 9 });
  expect(wireFormOf(failure, () => 4)).toEqual({
    kind: 'copy',
    className: CLASS,
    state: failure.state(),
  });
});

it('refuses a value of another class', () => {
  class Stranger extends BrokerValue {}
  expect(() => wireFormOf(new Stranger(), () => 4)).toThrow('no form on the wire');
});

it('copies nothing but failures', () => {
  const failure = CopyableFailure.from(new Error('no space'));
  expect(copierOf(CLASS)?.(failure.state())).toEqual(failure);
  expect(copierOf('os.system')).toBeUndefined();
});
