import { expect, it } from 'vitest';
import { LocalObjects } from '../../../../../main/spread/broker/local-objects.ts';
import { Referenceable } from '../../../../../main/spread/broker/referenceable.ts';

it('keeps an object for as long as the peer holds a reference to it', () => {
  const objects = new LocalObjects();
  const object = new Referenceable({});
  expect([objects.offer(object), objects.offer(object), objects.size]).toEqual([1, 1, 1]);
  expect(objects.release(1)).toBe(true);
  expect(objects.find(1)).toBe(object);
  expect(objects.release(1)).toBe(true);
  expect([objects.find(1), objects.size]).toEqual([undefined, 0]);
});

it('gives an object that comes back another id', () => {
  const objects = new LocalObjects();
  const object = new Referenceable({});
  objects.release(objects.offer(object));
  expect(objects.offer(object)).toBe(2);
});

it('knows what was never held', () => {
  expect(new LocalObjects().release(7)).toBe(false);
});
