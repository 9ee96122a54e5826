// How often a worker with a wrong password tries. Word: for how many seconds.
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { RehearsalMaster } from '../../main/rehearsal-master/rehearsal-master.ts';
import { commandOf, type Maker } from '../interop/support/interop-worker.ts';
import { ManagedProcess } from '../interop/support/managed-process.ts';
import { runScript, wordAt } from './support/run-script.ts';
import { staged } from './support/staged.ts';

/** When each connection of a worker came that is refused, in ms since the first. */
async function triesWithin(by: Maker, seconds: number): Promise<readonly number[]> {
  const master = await RehearsalMaster.listen({ workers: { w: 'another' }, builders: ['linux'] });
  const tries: number[] = [];
  const counter = createServer((worker) => {
    tries.push(performance.now());
    const link = connect(master.port, '127.0.0.1');
    for (const socket of [worker, link]) socket.on('error', () => {});
    worker.pipe(link);
    link.pipe(worker);
  });
  counter.listen(0, '127.0.0.1');
  await once(counter, 'listening');
  const address = counter.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  try {
    return await staged(by, address.port, async ({ dir, env }) => {
      const command = commandOf(by, ['start', '--nodaemon', dir]);
      const worker = new ManagedProcess({ ...command, env });
      await once(counter, 'connection');
      await delay(seconds * 1000);
      await worker.stop();
      return tries.map((atMs) => atMs - (tries[0] ?? 0));
    });
  } finally {
    counter.close();
    await master.close();
  }
}

const seconds = wordAt(0, 60);
await runScript(import.meta.url, [
  {
    promise: 'refused logins are tried with growing delay',
    measure: async (by) => {
      const tries = await triesWithin(by, seconds);
      const gaps = tries.slice(1).map((atMs, n) => atMs - (tries[n] ?? 0));
      const [first = 0] = gaps;
      const last = gaps.at(-1) ?? 0;
      const shown = gaps.map((gapMs) => (gapMs / 1000).toFixed(1)).join(', ');
      return {
        figure: `${tries.length} tries in ${seconds} s, ${shown} s apart`,
        holds: gaps.length > 1 && last > first,
      };
    },
  },
]);
