import { expect, it } from 'vitest';
import { foreignProblem } from '../../../../main/contract/problem.ts';
import { failed } from '../../../../main/lib/outcome.ts';
import { FakeClock } from '../../../support/fake-clock.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';
import { makeWorker } from '../../../support/worker-rig.ts';

const basedir = temporaryBasedir();
const HOUR_MS = 3_600_000;

it('a pause until tomorrow ends soon after the machine woke up, though timers slept with it', async () => {
  const clock = new FakeClock();
  const refused = { kind: 'refused', problem: foreignProblem('Nobody listens.') } as const;
  const dial = async () => failed(refused);
  const { worker } = makeWorker(basedir.path, 1, {}, { clock, dial });
  await worker.pause(clock.now() + 9 * HOUR_MS);
  clock.advance(HOUR_MS);
  expect(worker.status.kind).toBe('paused');
  clock.setWallClock(clock.now() + 9 * HOUR_MS);
  clock.advance(30_000);
  expect(worker.status.kind).toBe('connecting');
});
