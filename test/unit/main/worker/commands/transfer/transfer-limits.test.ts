import { expect, it } from 'vitest';
import { z } from 'zod';
import {
  nextBlockBytes,
  transferArguments,
} from '../../../../../../main/worker/commands/transfer/transfer-limits.ts';

it.each([
  [null, 0, 10],
  [25, 0, 10],
  [25, 20, 5],
  [25, 25, 0],
])('with maxsize %j, %i bytes sent: the next block has %i', (maxsize, sent, expected) => {
  expect(nextBlockBytes({ maxsize, blocksize: 10 }, sent)).toBe(expected);
});

const schema = z.object(transferArguments);

it('makes no block larger than a protocol can carry', () => {
  expect(schema.parse({ blocksize: 10_000_000 }).blocksize).toBe(512 * 1024);
  expect(schema.parse({ blocksize: 10n ** 30n }).blocksize).toBe(512 * 1024);
});

it.each([0, -1, 1.5, '4096', null])('refuses a block of %j bytes', (blocksize) => {
  expect(schema.safeParse({ blocksize }).success).toBe(false);
});

it.each([1.5, Number.NaN, '10'])('refuses a maxsize of %j bytes', (maxsize) => {
  expect(schema.safeParse({ blocksize: 1, maxsize }).success).toBe(false);
});

it.each([null, 0, 10, 10n ** 18n])('takes a maxsize of %s bytes', (maxsize) => {
  expect(schema.safeParse({ blocksize: 1, maxsize }).success).toBe(true);
});
