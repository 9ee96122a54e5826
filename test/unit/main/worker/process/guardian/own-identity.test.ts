import { expect, it } from 'vitest';
import { ownIdentity } from '../../../../../../main/worker/process/guardian/own-identity.ts';

it('names this process, and is the same whenever it is asked for', () => {
  expect(ownIdentity().split(' ')[1]).toBe(`${process.pid}`);
  expect(ownIdentity()).toBe(ownIdentity());
});
