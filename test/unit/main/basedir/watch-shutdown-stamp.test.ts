import { watch } from 'node:fs';
import { rm, stat, utimes, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchShutdownStamp } from '../../../../main/basedir/watch-shutdown-stamp.ts';
import type { Teardown } from '../../../../main/lib/teardown.ts';
import { FakeClock } from '../../../support/fake-clock.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';
import { waitFor } from '../../../support/wait-for.ts';

// To know when a look has ended, and to have a file system that announces nothing.
vi.mock('node:fs', { spy: true });
vi.mock('node:fs/promises', { spy: true });

const basedir = temporaryBasedir();
const stampPath = () => basedir.at('shutdown.stamp');
const watches: Teardown[] = [];
beforeEach(() => {
  vi.mocked(stat).mockClear();
});
afterEach(() => {
  for (const one of watches.splice(0)) one.dispose();
  vi.mocked(watch).mockReset();
});

/** Resolves once the stamp was looked at `times` in all, and every look has ended. */
async function looked(times: number): Promise<void> {
  await waitFor(() => {
    const { settledResults } = vi.mocked(stat).mock;
    expect(settledResults.length).toBeGreaterThanOrEqual(times);
    expect(settledResults.every(({ type }) => type !== 'incomplete')).toBe(true);
  });
  await new Promise((resolve) => setImmediate(resolve));
}

/** A watch that has looked once. Its clock stands still. */
async function watched() {
  const clock = new FakeClock();
  const requests: string[] = [];
  const one = watchShutdownStamp({
    basedir: basedir.path,
    clock,
    onRequest: () => requests.push('shut down'),
  });
  watches.push(one);
  await looked(1);
  return { clock, watch: one, requests };
}

/** So many seconds after the epoch. */
async function touch(seconds: number): Promise<void> {
  await writeFile(stampPath(), '');
  await utimes(stampPath(), seconds, seconds);
}

it('reports a stamp as soon as the directory announces it', async () => {
  const { requests } = await watched();
  await writeFile(stampPath(), '');
  await waitFor(() => expect(requests).not.toEqual([]));
});

describe('where the file system announces nothing', () => {
  beforeEach(() => {
    vi.mocked(watch).mockImplementation(() => {
      throw new Error('ENOSPC');
    });
  });

  it('each touch is found within two seconds, and counts once', async () => {
    const { clock, requests } = await watched();
    await touch(1_000);
    clock.advance(2_000);
    await looked(2);
    expect(requests).toHaveLength(1);
    clock.advance(2_000);
    await looked(3);
    expect(requests).toHaveLength(1);
    await touch(1_001);
    clock.advance(2_000);
    await looked(4);
    expect(requests).toHaveLength(2);
  });

  it('a stamp that was there before counts for nothing, nor does one that is older or gone', async () => {
    await touch(1_000);
    const { clock, requests } = await watched();
    await touch(900);
    clock.advance(2_000);
    await looked(2);
    await rm(stampPath());
    clock.advance(2_000);
    await looked(3);
    await touch(1_000);
    clock.advance(2_000);
    await looked(4);
    expect(requests).toEqual([]);
  });

  it('nothing is looked for once nobody waits', async () => {
    const { clock, watch: one, requests } = await watched();
    await touch(1_000);
    clock.advance(2_000);
    one.dispose();
    await looked(2);
    expect([requests.length, clock.pendingTimers]).toEqual([0, 0]);
  });
});
