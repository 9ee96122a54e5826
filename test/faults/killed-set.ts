// `set` is killed at any moment. Word: how many times.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commandOf } from '../interop/support/interop-worker.ts';
import { ManagedProcess, runToEnd } from '../interop/support/managed-process.ts';
import { runScript, wordAt } from './support/run-script.ts';
import { type Staged, staged } from './support/staged.ts';

const NO_MASTER = 9;

/** In how many rounds the file was neither the old nor the new one, or something was left at the end. */
export function brokenByKill(rounds: number): Promise<number> {
  return staged('buildtray', NO_MASTER, async (place) => {
    const tacPath = join(place.dir, 'buildbot.tac');
    const lengthMs = await lengthOfSet(place);
    let broken = 0;
    let before = await readFile(tacPath, 'utf8');
    for (let round = 0; round < rounds; round += 1) {
      const expected = before.replace(/^keepalive = \d+/m, `keepalive = ${round + 1}`);
      const setting = set(place, round + 1);
      // Most of the time goes to Node's own start.
      const kill = () => setting.signal('SIGKILL');
      const timer = setTimeout(kill, lengthMs * (0.5 + Math.random() / 2));
      await setting.exit;
      clearTimeout(timer);
      const found = await readFile(tacPath, 'utf8');
      if (found !== before && found !== expected) broken += 1;
      before = found;
    }
    await set(place, rounds + 1).exit;
    const left = (await readdir(place.dir)).filter((name) => name.endsWith('.tmp'));
    return broken + left.length;
  });
}

function set({ dir, env }: Staged, keepalive: number): ManagedProcess {
  return new ManagedProcess({
    ...commandOf('buildtray', ['set', '-q', dir, `keepalive=${keepalive}`]),
    env,
  });
}

async function lengthOfSet({ dir, env }: Staged): Promise<number> {
  const begunMs = performance.now();
  await runToEnd({ ...commandOf('buildtray', ['set', '-q', dir, 'keepalive=700']), env });
  return performance.now() - begunMs;
}

const rounds = wordAt(0, 200);
await runScript(import.meta.url, [
  {
    promise:
      'set that is killed at any moment leaves the old file or the new one, and nothing else',
    isOursAlone: true,
    measure: async () => {
      const broken = await brokenByKill(rounds);
      return { figure: `${broken} broken of ${rounds}`, holds: broken === 0 };
    },
  },
]);
