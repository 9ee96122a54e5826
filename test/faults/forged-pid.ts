// `stop` in a directory whose pid file names a process that is no worker. Word: how many times.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commandOf, type Maker } from '../interop/support/interop-worker.ts';
import { ManagedProcess } from '../interop/support/managed-process.ts';
import { runScript, wordAt } from './support/run-script.ts';
import { staged } from './support/staged.ts';

const PID_FILENAMES = ['twistd.pid', 'buildtray.pid'];
const NO_MASTER = 9;

/** In how many rounds `stop` ended the process that the file named. */
export function endedByStop(by: Maker, rounds: number): Promise<number> {
  return staged(by, NO_MASTER, async ({ dir, env }) => {
    let ended = 0;
    for (let round = 0; round < rounds; round += 1) {
      const innocent = spawn('sleep', ['600'], { stdio: 'ignore' });
      await once(innocent, 'spawn');
      for (const name of PID_FILENAMES) await writeFile(join(dir, name), `${innocent.pid}\n`);
      await new ManagedProcess({ ...commandOf(by, ['stop', dir]), env }).exit;
      if (innocent.signalCode !== null) ended += 1;
      innocent.kill('SIGKILL');
    }
    return ended;
  });
}

const rounds = wordAt(0, 20);
await runScript(import.meta.url, [
  {
    promise: 'stop ends no process that only a forged pid file names',
    measure: async (by) => {
      const ended = await endedByStop(by, rounds);
      return { figure: `ended ${ended} of ${rounds}`, holds: ended === 0 };
    },
  },
]);
