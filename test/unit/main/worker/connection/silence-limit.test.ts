import { expect, it } from 'vitest';
import { SilenceLimit } from '../../../../../main/worker/connection/silence-limit.ts';
import { FakeClock } from '../../../../support/fake-clock.ts';

function limited() {
  const clock = new FakeClock();
  const calledAt: number[] = [];
  const limit = new SilenceLimit(clock, 1000, () => void calledAt.push(clock.monotonicMs()));
  return { clock, limit, calledAt };
}

it('calls back once after the limit, counted from the last arrival', () => {
  const { clock, limit, calledAt } = limited();
  clock.advance(900);
  limit.received();
  clock.advance(10_000);
  expect(calledAt).toEqual([1900]);
  expect(limit.lastHeardMs).toBe(900);
  expect(clock.pendingTimers).toBe(0);
});

it('never calls back once it is stopped', () => {
  const { clock, limit, calledAt } = limited();
  limit.stop();
  clock.advance(10_000);
  expect([calledAt, clock.pendingTimers]).toEqual([[], 0]);
});

it('calls back when it lasts too long, whatever arrives', () => {
  const clock = new FakeClock();
  const limits: number[] = [];
  const limit = new SilenceLimit(clock, 1000, (afterMs) => void limits.push(afterMs), 5000);
  for (let second = 0; second < 20; second += 1) {
    clock.advance(500);
    limit.received();
  }
  expect([limits, clock.pendingTimers]).toEqual([[5000], 0]);
});
