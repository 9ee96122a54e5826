import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { freeBytesOf } from '../../../../main/system/free-bytes-of.ts';

it('is known of a directory that is there, and of no other', async () => {
  expect(await freeBytesOf(tmpdir())).toBeGreaterThan(0);
  expect(await freeBytesOf('/no/such/directory')).toBeUndefined();
});
