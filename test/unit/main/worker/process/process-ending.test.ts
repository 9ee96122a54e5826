import { expect, it } from 'vitest';
import { ProcessEnding } from '../../../../../main/worker/process/process-ending.ts';
import type { ProcessRequest } from '../../../../../main/worker/process/process-request.ts';
import type { Child } from '../../../../../main/worker/process/spawn/child.ts';
import { FakeClock } from '../../../../support/fake-clock.ts';

/** A process that nothing ends; `log` holds what was tried, with its second. */
function stubborn(options: Partial<ProcessRequest>) {
  const clock = new FakeClock();
  const log: [second: number, tried: string][] = [];
  const note = (tried: string) => log.push([clock.monotonicMs() / 1000, tried]);
  const child: Child = {
    pid: 1,
    exited: new Promise(() => {}),
    ended: new Promise(() => {}),
    pause: () => note('pause'),
    resume: () => note('resume'),
    letGo: () => note('let go'),
  };
  const ending = new ProcessEnding(
    child,
    {
      signal: note,
      survivors: () => [],
      remaining: () => [],
      isSettled: true,
      keep: () => {},
      release: () => {},
      close: () => {},
    },
    clock,
  );
  void ending.failed.then(() => note('give up'));
  ending.begin({ commandLine: { kind: 'text', text: '' }, workdir: '/', ...options });
  return { clock, log, ending };
}

it('kills at once, reads the rest, and gives up after five seconds', async () => {
  const { clock, log } = stubborn({});
  await clock.advanceAsync(60_000);
  expect(log).toEqual([
    [0, 'KILL'],
    [0, 'resume'],
    [5, 'let go'],
    [5.1, 'give up'],
  ]);
  expect(clock.pendingTimers).toBe(0);
});

it('sends TERM first where the master gives time for it', async () => {
  const { clock, log } = stubborn({ sigtermTimeSeconds: 20 });
  await clock.advanceAsync(20_000);
  expect(log).toEqual([
    [0, 'TERM'],
    [20, 'KILL'],
    [20, 'resume'],
  ]);
});

it('sends the signal of the master, and KILL when that does not help', async () => {
  const { clock, log } = stubborn({ sigtermTimeSeconds: 2, interruptSignal: 'INT' });
  await clock.advanceAsync(7_000);
  expect(log.map(([second, tried]) => `${second} ${tried}`)).toEqual([
    '0 TERM',
    '2 INT',
    '7 KILL',
    '7 resume',
  ]);
});

it('kills before its time when somebody waits, once', async () => {
  const { clock, log, ending } = stubborn({ sigtermTimeSeconds: 20 });
  await clock.advanceAsync(1_000);
  ending.hurry();
  await clock.advanceAsync(1_000);
  ending.hurry();
  await clock.advanceAsync(60_000);
  expect(log.map(([second, tried]) => `${second} ${tried}`)).toEqual([
    '0 TERM',
    '1 KILL',
    '1 resume',
    '6 let go',
    '6.1 give up',
  ]);
});

it('stops striking once the process has ended', async () => {
  const { clock, log, ending } = stubborn({ sigtermTimeSeconds: 2 });
  ending.stop();
  await clock.advanceAsync(60_000);
  expect(log).toEqual([[0, 'TERM']]);
});
