import { expect, it } from 'vitest';
import { RepeatedLines } from '../../../../../main/logging/writing/repeated-lines.ts';
import { FakeClock } from '../../../../support/fake-clock.ts';

function record() {
  const clock = new FakeClock();
  const startedAt = clock.now();
  const written: string[] = [];
  const lines = new RepeatedLines(clock, ({ at, message }) =>
    written.push(`${(at - startedAt) / 1000}: ${message}`),
  );
  const log = (message: string, subject = 'a', level: 'info' | 'warn' = 'info'): void =>
    lines.add({ at: clock.now(), subject, level, message });
  return { clock, lines, log, written };
}

it('writes a line that comes 54 times in 51 s a few times, with how often it came', () => {
  const { clock, lines, log, written } = record();
  for (let time = 0; time < 54; time += 1) {
    log('again');
    clock.advance(1_000);
  }
  lines.flush();
  expect(written).toEqual([
    '0: again',
    '5: (the same 5 more times in 5 s)',
    '15: (the same 10 more times in 10 s)',
    '35: (the same 20 more times in 20 s)',
    '53: (the same 18 more times in 18 s)',
  ]);
  expect(clock.pendingTimers).toBe(0);
});

it('writes the count before the line that ends it, and a single repetition as it was', () => {
  const { log, written } = record();
  for (const message of ['one', 'one', 'one', 'two', 'two', 'one']) log(message);
  expect(written).toEqual([
    '0: one',
    '0: (the same 2 more times in 0 s)',
    '0: two',
    '0: two',
    '0: one',
  ]);
});

it('takes a line of another subject or level for another one', () => {
  const { log, written } = record();
  log('same');
  log('same', 'b');
  log('same', 'b', 'warn');
  expect(written).toHaveLength(3);
});

it('reports what repeats for hours less and less often, and leaves no timer behind', () => {
  const { clock, lines, log, written } = record();
  for (let time = 0; time < 7_200; time += 1) {
    log('again');
    clock.advance(1_000);
  }
  lines.flush();
  expect(written.length).toBeLessThan(25);
  expect(clock.pendingTimers).toBe(0);
});
