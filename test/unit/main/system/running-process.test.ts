import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import {
  commandWordsOf,
  isAlive,
  isRunning,
  isStillRunning,
  killByForce,
  startMarkOf,
} from '../../../../main/system/running-process.ts';
import { onlyOn } from '../../../support/only-on.ts';

async function endedPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid ?? 0;
}

describe('a process', () => {
  it('runs until it has ended', async () => {
    expect([isAlive(process.pid), isRunning(process.pid)]).toEqual([true, true]);
    const pid = await endedPid();
    expect([isAlive(pid), isRunning(pid)]).toEqual([false, false]);
  });

  it('is ended by force, and one that is gone is left alone', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const ended = once(child, 'exit');
    killByForce(child.pid ?? 0);
    expect(await ended).toEqual([null, 'SIGKILL']);
    expect(() => killByForce(child.pid ?? 0)).not.toThrow();
  });

  it('runs when another user has it', () => {
    expect(isRunning(1)).toBe(true);
  });

  // Only Linux reports when a process was started.
  it(
    'is distinguished from a later one of its number',
    onlyOn('linux', 'only Linux shows cheaply when a process was started'),
    () => {
      const mark = startMarkOf(process.pid);
      expect(mark).toMatch(/^\d+$/);
      expect(isStillRunning(process.pid, mark)).toBe(true);
      expect(isStillRunning(process.pid, `${mark}0`)).toBe(false);
    },
  );
});

describe('the command line of a process', () => {
  it('is looked for again while the process becomes another program', async () => {
    const reads = [[], [], ['twistd', '--pidfile', 'x']];
    expect(await commandWordsOf(1, async () => reads.shift())).toEqual([
      'twistd',
      '--pidfile',
      'x',
    ]);
  });

  it('is empty for what never has one, and unknown where nothing is reported', async () => {
    expect(await commandWordsOf(1, async () => [])).toEqual([]);
    expect(await commandWordsOf(1, async () => undefined)).toBe(undefined);
  });
});
