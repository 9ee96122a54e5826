import { expect, it } from 'vitest';
import { addedPathsFrom } from '../../../../../main/worker/protection/added-paths.ts';

it('reads paths with what builds may do there', () => {
  expect(addedPathsFrom(' /srv/tools/, /var/cache/it is:rw')).toEqual([
    { path: '/srv/tools', isWritable: false },
    { path: '/var/cache/it is', isWritable: true },
  ]);
});

it('resolves what leads up', () => {
  expect(addedPathsFrom('/srv/../proc')).toEqual([{ path: '/proc', isWritable: false }]);
});

it.each([undefined, '', ' , '])('reads none from %j', (setting) => {
  expect(addedPathsFrom(setting)).toEqual([]);
});
