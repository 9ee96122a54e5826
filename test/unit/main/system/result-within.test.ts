import { expect, it } from 'vitest';
import { resultWithin } from '../../../../main/system/result-within.ts';

it('gives what the work gives', async () => {
  expect(await resultWithin(Promise.resolve('done'), 60_000, 'otherwise')).toBe('done');
});

it('gives the other value when the work fails', async () => {
  expect(await resultWithin(Promise.reject(new Error('no')), 60_000, 'otherwise')).toBe(
    'otherwise',
  );
});

it('gives the other value when the work takes too long', async () => {
  expect(await resultWithin(new Promise<string>(() => {}), 1, 'otherwise')).toBe('otherwise');
});
