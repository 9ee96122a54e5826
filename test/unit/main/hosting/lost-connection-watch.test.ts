import { describe, expect, it } from 'vitest';
import type { WorkerStatus } from '../../../../main/contract/worker/worker-status.ts';
import { LONG_MS, LostConnectionWatch } from '../../../../main/hosting/lost-connection-watch.ts';
import { FakeClock } from '../../../support/fake-clock.ts';

describe('a lost connection', () => {
  const trying = (attempt: number): WorkerStatus => ({
    kind: 'connecting',
    attempt,
    retryAt: undefined,
    problem: undefined,
  });
  const idle: WorkerStatus = { kind: 'idle', builders: [] };

  function watched() {
    const clock = new FakeClock();
    const reported: string[] = [];
    return { clock, reported, watch: new LostConnectionWatch(clock, (id) => reported.push(id)) };
  }

  it('is reported once when it lasts, whatever the number of tries', () => {
    const { clock, reported, watch } = watched();
    watch.follow('a1', trying(1));
    clock.advance(LONG_MS - 1);
    watch.follow('a1', trying(7));
    expect(reported).toEqual([]);
    clock.advance(1);
    watch.follow('a1', trying(8));
    clock.advance(2 * LONG_MS);
    expect(reported).toEqual(['a1']);
  });

  it('is not reported when the master is back in time, and counts from the start then', () => {
    const { clock, reported, watch } = watched();
    watch.follow('a1', trying(1));
    clock.advance(LONG_MS - 1);
    watch.follow('a1', idle);
    watch.follow('a1', trying(1));
    clock.advance(LONG_MS - 1);
    expect(reported).toEqual([]);
    expect(clock.pendingTimers).toBe(1);
  });
});
