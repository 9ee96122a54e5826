// Six starts at once in a directory with a stale pid file, as after a power loss. Word: how many rounds.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { commandOf, type Maker } from '../interop/support/interop-worker.ts';
import { ManagedProcess } from '../interop/support/managed-process.ts';
import { runScript, wordAt } from './support/run-script.ts';
import { type Staged, staged } from './support/staged.ts';

const STARTS = 6;
const NO_MASTER = 9;
/** The Python worker's rounds are long: what runs too much does not end by itself. */
const ROUNDS = { buildtray: wordAt(0, 150), python: Math.min(wordAt(0, 150), 5) } as const;
const PID_FILES = { buildtray: 'buildtray.pid', python: 'twistd.pid' } as const;
/** By then whoever is refused has ended. */
const PATIENCE_MS = 15_000;

/** How many of the six run. */
async function runningOf(by: Maker, { dir, env }: Staged): Promise<number> {
  const stale = spawn('true');
  await once(stale, 'exit');
  await writeFile(join(dir, PID_FILES[by]), `${stale.pid}\n${by === 'buildtray' ? '1\n' : ''}`);
  const start = { ...commandOf(by, ['start', '--nodaemon', dir]), env };
  const starts = Array.from({ length: STARTS }, () => new ManagedProcess(start));
  const running = () => starts.filter(({ isRunning }) => isRunning);
  const endMs = performance.now() + PATIENCE_MS;
  while (running().length > 1 && performance.now() < endMs) await delay(20);
  const count = running().length;
  for (const one of running()) one.signal('SIGKILL');
  await Promise.all(starts.map(({ exit }) => exit));
  return count;
}

await runScript(import.meta.url, [
  {
    promise: 'of six starts at once after a stale pid file one runs',
    measure: (by) =>
      staged(by, NO_MASTER, async (place) => {
        const counts: number[] = [];
        for (let round = 0; round < ROUNDS[by]; round += 1) counts.push(await runningOf(by, place));
        const wrong = counts.filter((count) => count !== 1).length;
        const most = Math.max(...counts);
        return {
          figure: `${wrong} of ${counts.length} rounds wrong, at most ${most} ran`,
          holds: wrong === 0,
        };
      }),
  },
]);
