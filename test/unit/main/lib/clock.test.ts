import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { systemClock } from '../../../../main/lib/clock.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const DAY_MS = 24 * 3_600_000;

it('fires a timer once, when its time has come', () => {
  const fired = vi.fn();
  systemClock.setTimer(1_000, fired);
  vi.advanceTimersByTime(999);
  expect(fired).not.toHaveBeenCalled();
  vi.advanceTimersByTime(10_000);
  expect(fired).toHaveBeenCalledOnce();
});

it('waits for weeks, which are more than a timer of Node can count', () => {
  const fired = vi.fn();
  systemClock.setTimer(60 * DAY_MS, fired);
  vi.advanceTimersByTime(59 * DAY_MS);
  expect(fired).not.toHaveBeenCalled();
  vi.advanceTimersByTime(DAY_MS);
  expect(fired).toHaveBeenCalledOnce();
});

it('does not fire a timer that was cancelled, even weeks into its wait', () => {
  const fired = vi.fn();
  const timer = systemClock.setTimer(60 * DAY_MS, fired);
  vi.advanceTimersByTime(30 * DAY_MS);
  timer.cancel();
  timer.cancel();
  vi.advanceTimersByTime(60 * DAY_MS);
  expect(fired).not.toHaveBeenCalled();
});
