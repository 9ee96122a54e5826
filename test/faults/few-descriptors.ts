// Twenty builds at once, and then ten, of a worker that may open 64 files. Linux.
import { setTimeout as delay } from 'node:timers/promises';
import type { AttachedWorker } from '../../main/rehearsal-master/attached-worker.ts';
import { RehearsalMaster } from '../../main/rehearsal-master/rehearsal-master.ts';
import { commandOf, type Maker } from '../interop/support/interop-worker.ts';
import { ManagedProcess } from '../interop/support/managed-process.ts';
import { shellArguments } from '../support/daemon-commands.ts';
import { waitFor } from '../support/wait-for.ts';
import { descriptorsOf } from './support/descriptors-of.ts';
import { runScript } from './support/run-script.ts';
import { staged } from './support/staged.ts';

const LIMIT = 64;
const AT_ONCE = 20;
const AFTERWARDS = 10;
/** A command that is never answered counts as failed after that. */
const PATIENCE_MS = 60_000;
const BUILDERS = Array.from({ length: AT_ONCE }, (_, n) => `builder-${n}`);

export interface FewDescriptors {
  /** How many of the builds succeeded. */
  readonly atOnce: number;
  readonly afterwards: number;
  /** Descriptors that are still held when nothing runs any more. */
  readonly held: number;
}

export async function buildWithFewDescriptors(by: Maker): Promise<FewDescriptors> {
  const master = await RehearsalMaster.listen({ workers: { w: 'secret' }, builders: BUILDERS });
  try {
    return await staged(by, master.port, async ({ dir, env }) => {
      const attaching = master.nextAttached();
      const { program, args } = commandOf(by, ['start', '--nodaemon', dir]);
      const limited = ['-c', `ulimit -n ${LIMIT}; exec "$@"`, 'sh', program, ...args];
      const worker = new ManagedProcess({ program: '/bin/sh', args: limited, env });
      try {
        const attached = await attaching;
        const before = (await descriptorsOf(worker.pid)).length;
        const atOnce = await succeeded(attached, AT_ONCE);
        const afterwards = await succeeded(attached, AFTERWARDS);
        return { atOnce, afterwards, held: await heldMoreThan(before, worker.pid) };
      } finally {
        await worker.stop();
      }
    });
  } finally {
    await master.close();
  }
}

async function succeeded(worker: AttachedWorker, count: number): Promise<number> {
  const builds = BUILDERS.slice(0, count).map(async (builder) => {
    await worker.startBuild(builder);
    const command = await worker.startCommand(builder, 'shell', shellArguments('sleep 0.5'));
    await command.completed;
    return command.valueOf('rc') === 0;
  });
  const bounded = builds.map((build) => Promise.race([build.catch(() => false), isTooLate()]));
  return (await Promise.all(bounded)).filter(Boolean).length;
}

async function isTooLate(): Promise<false> {
  await delay(PATIENCE_MS, undefined, { ref: false });
  return false;
}

/** Descriptors on top of those before, once the worker has had time to give them back. */
async function heldMoreThan(before: number, pid: number): Promise<number> {
  const more = async () => Math.max(0, (await descriptorsOf(pid)).length - before);
  const none = async () => {
    if ((await more()) > 0) throw new Error('some are still held');
  };
  await waitFor(none, 100, 5_000).catch(() => {});
  return more();
}

await runScript(import.meta.url, [
  {
    promise: `with ${LIMIT} descriptors, builds at once wait for room, and everything is given back`,
    measure: async (by) => {
      const { atOnce, afterwards, held } = await buildWithFewDescriptors(by);
      return {
        figure: `${atOnce} of ${AT_ONCE}, then ${afterwards} of ${AFTERWARDS}; ${held} held`,
        holds: atOnce === AT_ONCE && afterwards === AFTERWARDS && held === 0,
      };
    },
  },
]);
