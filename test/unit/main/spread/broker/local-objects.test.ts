import { expect, it } from 'vitest';
import {
  LocalObjects,
  MOST_LOCAL_OBJECTS,
} from '../../../../../main/spread/broker/local-objects.ts';
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

it('offers no more than any peer has use for, and goes on when some are dropped', () => {
  const objects = new LocalObjects();
  for (let at = 0; at < MOST_LOCAL_OBJECTS; at += 1) objects.offer(new Referenceable({}));
  const oneMore = new Referenceable({});
  expect(() => objects.offer(oneMore)).toThrow('holds 50000 objects and gets no more');
  objects.release(7);
  expect(objects.offer(oneMore)).toBe(MOST_LOCAL_OBJECTS + 1);
});
