import { describe, expect, it } from 'vitest';
import { DiskWatch } from '../../../../main/hosting/disk-watch.ts';
import { FakeClock } from '../../../support/fake-clock.ts';

describe('the disk', () => {
  it('is reported when it is nearly full: once, until there is room again', async () => {
    const clock = new FakeClock();
    const reported: string[] = [];
    let free: number | undefined = 5e9;
    const watch = new DiskWatch({
      clock,
      dirs: () => ['/w'],
      freeBytes: () => Promise.resolve(free),
      onLow: (dir, bytes) => reported.push(`${dir} ${bytes}`),
    });
    const whenFree = async (bytes: number | undefined) => {
      free = bytes;
      await clock.advanceAsync(5 * 60_000);
      return [...reported];
    };
    await watch.start();
    expect(reported).toEqual([]);
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
