import { mkdir, rename, rm } from 'node:fs/promises';
import { describe, expect, it, vi } from 'vitest';
import { watchDirectory } from '../../../../main/basedir/watch-directory.ts';
import { FakeClock } from '../../../support/fake-clock.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';
import { waitFor } from '../../../support/wait-for.ts';

const temporary = temporaryBasedir();

describe('a directory that is watched', () => {
  const clock = new FakeClock();
  const dir = () => temporary.at('worker');

  async function watched() {
    const onGone = vi.fn();
    await mkdir(dir());
    const watch = watchDirectory({ basedir: dir(), clock, onGone });
    await nextTimer();
    return { onGone, watch };
  }

  /** Its look at the disk has come to an end. */
  async function nextTimer(): Promise<void> {
    await waitFor(() => expect(clock.pendingTimers).toBe(1));
  }

  async function look(): Promise<void> {
    clock.advance(clock.nextTimerMs ?? 0);
  }

  it('is gone when two looks miss it', async () => {
    const { onGone } = await watched();
    await rm(dir(), { recursive: true });
    await look();
    await nextTimer();
    expect(onGone).not.toHaveBeenCalled();
    await look();
    await waitFor(() => expect(onGone).toHaveBeenCalledOnce());
    expect(clock.pendingTimers).toBe(0);
  });

  it('is gone when another took its place', async () => {
    const { onGone } = await watched();
    await rename(dir(), `${dir()}-moved`);
    await mkdir(dir());
    await look();
    await nextTimer();
    await look();
    await waitFor(() => expect(onGone).toHaveBeenCalledOnce());
  });

  it('is not gone when it is back in time', async () => {
    const { onGone, watch } = await watched();
    await rename(dir(), `${dir()}-away`);
    await look();
    await nextTimer();
    await rename(`${dir()}-away`, dir());
    for (let times = 0; times < 3; times += 1) {
      await look();
      await nextTimer();
    }
    expect(onGone).not.toHaveBeenCalled();
    watch.dispose();
    expect(clock.pendingTimers).toBe(0);
  });
});
