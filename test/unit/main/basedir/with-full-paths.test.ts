import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { withFullPaths } from '../../../../main/basedir/with-full-paths.ts';

it('makes a path of a command line full, and leaves other texts alone', () => {
  expect(withFullPaths({ tlsAuthorities: ' farm.pem ', proxyUser: 'farm.pem' })).toEqual({
    tlsAuthorities: resolve('farm.pem'),
    proxyUser: 'farm.pem',
  });
});

it('keeps what is full, and what takes a setting away', () => {
  const texts = { tlsAuthorities: resolve('/etc/farm.pem'), tlsPin: '' };
  expect(withFullPaths(texts)).toEqual(texts);
  expect(withFullPaths({ tlsAuthorities: '' })).toEqual({ tlsAuthorities: '' });
});
