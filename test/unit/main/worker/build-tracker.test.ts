import { expect, it } from 'vitest';
import type { WorkEvent } from '../../../../main/contract/builds/work-event.ts';
import { BuildTracker } from '../../../../main/worker/build-tracker.ts';
import type { CommandRun } from '../../../../main/worker/command-run.ts';
import { FakeClock } from '../../../support/fake-clock.ts';

function makeTracker() {
  const clock = new FakeClock(0);
  const events: WorkEvent[] = [];
  let gaps = 0;
  const tracker = new BuildTracker({
    builderName: 'linux',
    clock,
    onWork: (event) => events.push(event),
    onGap: () => {
      gaps += 1;
    },
  });
  const reported = () => events.map(({ kind, at }) => `${kind} ${at}`);
  return { clock, tracker, reported, gaps: () => gaps };
}

it('ends a build when no command follows, as of when the last one ended', () => {
  const { clock, tracker, reported, gaps } = makeTracker();
  tracker.buildStarts();
  expect(tracker.isInBuild).toBe(true);
  clock.advance(2_999);
  expect([tracker.isInBuild, gaps()]).toEqual([true, 0]);
  clock.advance(1);
  expect([tracker.isInBuild, gaps()]).toEqual([false, 1]);
  expect(reported()).toEqual(['build-started 0', 'build-ended 0']);
});

it('counts within a build by the monotonic clock, however the machine’s own is set', () => {
  const { clock, tracker, reported } = makeTracker();
  tracker.buildStarts();
  clock.advance(1_000);
  clock.setWallClock(24 * 3_600_000);
  const run = { description: {}, durationMs: 0, outputBytes: 0, end: { kind: 'dropped' } };
  // Of a run only what is reported counts here.
  tracker.commandEnded(run as CommandRun, true);
  clock.advance(3_000);
  expect(reported()).toEqual(['build-started 0', 'command-ended 1000', 'build-ended 1000']);
});

it('ends a build when the next one starts', () => {
  const { clock, tracker, reported } = makeTracker();
  tracker.buildStarts();
  clock.advance(1_000);
  tracker.buildStarts();
  expect(reported()).toEqual(['build-started 0', 'build-ended 0', 'build-started 1000']);
});

it('is over at once when all is dropped, and has nothing to wait for', () => {
  const { clock, tracker, reported } = makeTracker();
  tracker.buildStarts();
  tracker.drop([]);
  tracker.drop([]);
  expect([tracker.isInBuild, clock.pendingTimers]).toEqual([false, 0]);
  expect(reported()).toEqual(['build-started 0', 'build-ended 0']);
});
