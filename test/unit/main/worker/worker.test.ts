import { expect, it, vi } from 'vitest';
import { foreignProblem, type Problem } from '../../../../main/contract/problem.ts';
import { failed } from '../../../../main/lib/outcome.ts';
import { FakeClock } from '../../../support/fake-clock.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';
import { waitFor } from '../../../support/wait-for.ts';
import { makeWorker } from '../../../support/worker-rig.ts';

/** Why builds cannot be protected; undefined where they can. */
const missing = vi.hoisted((): { problem: Problem | undefined } => ({ problem: undefined }));
vi.mock('../../../../main/worker/protection/protection-problem.ts', () => ({
  protectionProblem: async () => missing.problem,
}));

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

it('reaches for no master while its builds cannot be protected as they are to be', async () => {
  missing.problem = foreignProblem('Something is missing.');
  const clock = new FakeClock();
  const dial = vi.fn(async () =>
    failed({ kind: 'refused', problem: foreignProblem('Nobody listens.') } as const),
  );
  const { worker } = makeWorker(basedir.path, 1, { protection: 'guarded' }, { clock, dial });
  worker.start();
  await waitFor(() =>
    expect(worker.status).toMatchObject({ kind: 'error', problem: { kind: 'protection' } }),
  );
  expect(dial).not.toHaveBeenCalled();
  missing.problem = undefined;
  worker.wake('it was installed');
  await waitFor(() => expect(dial).toHaveBeenCalled());
});
