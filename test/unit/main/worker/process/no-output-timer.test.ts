import { expect, it } from 'vitest';
import { NoOutputTimer } from '../../../../../main/worker/process/no-output-timer.ts';
import { FakeClock } from '../../../../support/fake-clock.ts';

function started() {
  const clock = new FakeClock(0);
  const calledAt: number[] = [];
  const timer = new NoOutputTimer(clock, 1000, () => void calledAt.push(clock.monotonicMs()));
  timer.start();
  return { clock, timer, calledAt };
}

it('calls back after the limit, counted from the last output', () => {
  const { clock, timer, calledAt } = started();
  clock.advance(900);
  timer.outputCame();
  clock.advance(5_000);
  expect(calledAt).toEqual([1900]);
});

it('rests while it is held, and begins again when it is released', () => {
  const { clock, timer, calledAt } = started();
  clock.advance(900);
  timer.setHeld(true);
  clock.advance(10_000);
  timer.setHeld(false);
  clock.advance(5_000);
  expect(calledAt).toEqual([11_900]);
});

it('keeps no timer once it is cancelled', () => {
  const { clock, timer, calledAt } = started();
  timer.cancel();
  clock.advance(5_000);
  expect([calledAt, clock.pendingTimers]).toEqual([[], 0]);
});
