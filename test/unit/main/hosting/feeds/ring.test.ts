import { expect, it } from 'vitest';
import { Ring } from '../../../../../main/hosting/feeds/ring.ts';

function ringOf(...items: readonly string[]): Ring<string> {
  const ring = new Ring<string>(5, ({ length }) => length);
  for (const item of items) ring.add(item);
  return ring;
}

it('keeps the newest up to its limit', () => {
  expect(ringOf('ab', 'cd', 'e').items).toEqual(['ab', 'cd', 'e']);
  expect(ringOf('ab', 'cd', 'ef').items).toEqual(['cd', 'ef']);
  expect(ringOf('ab', 'too long').items).toEqual([]);
});

it('has room again for what was dropped', () => {
  const ring = ringOf('ab', 'cd');
  ring.keep((item) => item === 'cd');
  ring.add('efg');
  expect(ring.items).toEqual(['cd', 'efg']);
});

it('is empty once everything was taken', () => {
  const ring = ringOf('ab', 'cd');
  expect(ring.take()).toEqual(['ab', 'cd']);
  expect(ring.items).toEqual([]);
  ring.add('efghi');
  expect(ring.items).toEqual(['efghi']);
});
