import { appendFile } from 'node:fs/promises';
import { expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../../../../main/lib/clock.ts';
import { watchLog } from '../../../../../main/logging/reading/watch-log.ts';
import { FakeClock } from '../../../../support/fake-clock.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();

it('notices a line that was written', async () => {
  const heard = new Promise<void>((resolve) => {
    const watching = watchLog(basedir.path, systemClock, resolve);
    onTestFinished(() => watching.dispose());
  });
  await appendFile(basedir.at('a.log'), 'line\n');
  await heard;
});

it('looks once a second where nothing is announced, until it is let go', () => {
  const clock = new FakeClock();
  let looks = 0;
  const watching = watchLog(basedir.at('not-there'), clock, () => {
    looks += 1;
  });
  clock.advance(3_000);
  expect(looks).toBe(3);
  watching.dispose();
  expect(clock.pendingTimers).toBe(0);
});
