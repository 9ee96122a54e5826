import { once } from 'node:events';
import { expect, it } from 'vitest';
import { within } from '../../../../main/system/within.ts';

it('aborts when the given signal does', () => {
  const abort = new AbortController();
  const signal = within(abort.signal, 60_000);
  expect(signal.aborted).toBe(false);
  abort.abort(new Error('enough'));
  expect(signal.reason).toEqual(new Error('enough'));
});

it('aborts by itself, and then leaves the given signal alone', async () => {
  const abort = new AbortController();
  const signal = within(abort.signal, 1);
  if (!signal.aborted) await once(signal, 'abort');
  expect(signal.reason).toMatchObject({ name: 'TimeoutError' });
  expect(abort.signal.aborted).toBe(false);
});
