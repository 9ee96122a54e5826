import { expect, it, vi } from 'vitest';
import { buildWithFewDescriptors } from '../faults/few-descriptors.ts';
import { endedByStop } from '../faults/forged-pid.ts';
import { costOf, MOST_PEAK_MIB } from '../faults/hostile-sums.ts';
import { brokenByKill } from '../faults/killed-set.ts';
import { UNREAD_INFO } from '../faults/support/hostile-sums.ts';
import { notOn, onlyOn } from '../support/only-on.ts';

// Quick forms of scripts in test/faults. Each starts several processes.
vi.setConfig({ testTimeout: 120_000 });

it(
  'builds wait for room where there are few descriptors, and give all of it back',
  onlyOn('linux', 'only Linux shows the descriptors of a process'),
  async () => {
    expect(await buildWithFewDescriptors('buildtray')).toEqual({
      atOnce: 20,
      afterwards: 10,
      held: 0,
    });
  },
);

it(
  'stop leaves a process alone that only a forged pid file names',
  notOn('win32', 'the process of this test is a POSIX one'),
  async () => {
    expect(await endedByStop('buildtray', 2)).toBe(0);
  },
);

it('set that is killed leaves the old file or the new one', async () => {
  expect(await brokenByKill(5)).toBe(0);
});

it.each(['pb', 'msgpack_experimental_v7'] as const)(
  'a thousand large answers that a master does not read are not made before it does, over %s',
  onlyOn('linux', 'only Linux shows the peak of a process’s memory'),
  async (protocol) => {
    const cost = await costOf('buildtray', protocol, UNREAD_INFO, 4);
    expect(cost).toMatchObject({ answers: true, isEnded: false });
    expect(cost.peakMib).toBeLessThan(MOST_PEAK_MIB);
  },
);
