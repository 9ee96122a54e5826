import { expect, it } from 'vitest';
import { foreignProblem } from '../../../../main/contract/problem.ts';
import { CancelledError, Patience } from '../../../../main/rehearsal-session/patience.ts';
import { FakeClock } from '../../../support/fake-clock.ts';

const tooLate = () => foreignProblem('The master does not answer.');
const never = () => new Promise<string>(() => {});

it('gives what it waited for, and leaves no timer behind', async () => {
  const clock = new FakeClock();
  const patience = new Patience(clock);
  expect(await patience.waitAtMost(1_000, Promise.resolve('done'), tooLate)).toBe('done');
  expect(clock.pendingTimers).toBe(0);
});

it('gives up once its time is over, with the reason', async () => {
  const clock = new FakeClock();
  const waiting = new Patience(clock).waitAtMost(1_000, never(), tooLate);
  const outcome = expect(waiting).rejects.toMatchObject({ problem: tooLate() });
  clock.advance(1_000);
  await outcome;
});

it('passes on the error of what it waited for', async () => {
  const work = Promise.reject(new Error('broken'));
  await expect(new Patience(new FakeClock()).waitFor(work)).rejects.toThrow('broken');
});

it('ends every wait when it is cancelled, those to come included', async () => {
  const clock = new FakeClock();
  const patience = new Patience(clock);
  const waits = [patience.waitFor(never()), patience.waitAtMost(1_000, never(), tooLate)];
  const outcomes = Promise.all(waits.map((wait) => expect(wait).rejects.toThrow(CancelledError)));
  patience.cancel();
  patience.cancel();
  await outcomes;
  await expect(patience.waitFor(never())).rejects.toThrow(CancelledError);
  expect(clock.pendingTimers).toBe(0);
});
