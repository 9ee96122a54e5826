import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { followKept, unfollowKept } from '../../../../../../main/worker/process/tree/kept-trees.ts';
import type { ProcessLook } from '../../../../../../main/worker/process/tree/process-look.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function makeTree() {
  const looks: ProcessLook[] = [];
  return { looks, follow: (look: ProcessLook) => void looks.push(look) };
}

it('shows all kept trees the same look, again every two seconds, until each is over', () => {
  const [one, other] = [makeTree(), makeTree()];
  followKept(one);
  vi.advanceTimersByTime(1_000);
  followKept(other);
  vi.advanceTimersByTime(3_000);
  expect(one.looks).toHaveLength(2);
  expect(other.looks).toEqual(one.looks);
  expect(other.looks[0]).toBe(one.looks[0]);
  expect(one.looks[1]).not.toBe(one.looks[0]);
  unfollowKept(one);
  vi.advanceTimersByTime(2_000);
  expect([one.looks.length, other.looks.length]).toEqual([2, 3]);
  unfollowKept(other);
  expect(vi.getTimerCount()).toBe(0);
});

it('looks at nothing where nothing is kept', () => {
  unfollowKept(makeTree());
  expect(vi.getTimerCount()).toBe(0);
});
