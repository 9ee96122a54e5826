import { describe, expect, it } from 'vitest';
import type { WorkerStatus } from '../../../../main/contract/worker/worker-status.ts';
import { TrayHost } from '../../../../main/desktop/tray-host.ts';
import { DiskWatch } from '../../../../main/hosting/disk-watch.ts';
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
    const told: string[] = [];
    return { clock, told, watch: new LostConnectionWatch(clock, (id) => told.push(id)) };
  }

  it('is told once when it lasts, whatever the number of tries', () => {
    const { clock, told, watch } = watched();
    watch.follow('a1', trying(1));
    clock.advance(LONG_MS - 1);
    watch.follow('a1', trying(7));
    expect(told).toEqual([]);
    clock.advance(1);
    watch.follow('a1', trying(8));
    clock.advance(2 * LONG_MS);
    expect(told).toEqual(['a1']);
  });

  it('is not told when the master is back in time, and counts anew then', () => {
    const { clock, told, watch } = watched();
    watch.follow('a1', trying(1));
    clock.advance(LONG_MS - 1);
    watch.follow('a1', idle);
    watch.follow('a1', trying(1));
    clock.advance(LONG_MS - 1);
    expect(told).toEqual([]);
    expect(clock.pendingTimers).toBe(1);
  });
});

describe('the disk', () => {
  it('is told of when it is nearly full: once, until there is room again', async () => {
    const clock = new FakeClock();
    const told: string[] = [];
    let free: number | undefined = 5e9;
    const watch = new DiskWatch({
      clock,
      dirs: () => ['/w'],
      freeBytes: () => Promise.resolve(free),
      onLow: (dir, bytes) => told.push(`${dir} ${bytes}`),
    });
    const whenFree = async (bytes: number | undefined) => {
      free = bytes;
      await clock.advanceAsync(5 * 60_000);
      return [...told];
    };
    await watch.start();
    expect(told).toEqual([]);
    expect(await whenFree(9e8)).toEqual(['/w 900000000']);
    expect(await whenFree(8e8)).toHaveLength(1);
    // A little room is not yet well.
    await whenFree(1.5e9);
    expect(await whenFree(7e8)).toHaveLength(1);
    await whenFree(2e9);
    expect(await whenFree(undefined)).toHaveLength(1);
    expect(await whenFree(6e8)).toEqual(['/w 900000000', '/w 600000000']);
    watch.dispose();
    expect(clock.pendingTimers).toBe(0);
  });
});

describe('a desktop without a tray', () => {
  function hosted(answers: boolean[]) {
    const clock = new FakeClock();
    let changes = 0;
    const host = new TrayHost({
      clock,
      isThere: () => Promise.resolve(answers.shift() ?? false),
      onChanged: () => {
        changes += 1;
      },
    });
    return { clock, host, changes: () => changes };
  }

  it('counts as missing only after the time that panels need to come up', async () => {
    const { clock, host, changes } = hosted([]);
    expect([host.isThere, host.isMissing]).toEqual([true, false]);
    await host.watch();
    expect([host.isThere, host.isMissing, changes()]).toEqual([false, false, 1]);
    await clock.advanceAsync(20_000);
    expect([host.isMissing, changes()]).toEqual([true, 2]);
    await clock.advanceAsync(600_000);
    expect([host.isMissing, changes(), clock.pendingTimers]).toEqual([true, 2, 0]);
  });

  it('is found once its panel is up, and is not looked for any more', async () => {
    const { clock, host, changes } = hosted([false, false, true]);
    await host.watch();
    await clock.advanceAsync(10_000);
    expect([host.isThere, host.isMissing, changes(), clock.pendingTimers]).toEqual([
      ...[true, false, 2, 0],
    ]);
  });
});
