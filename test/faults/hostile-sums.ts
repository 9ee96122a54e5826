// What a master costs that asks for no single thing too much, and for too much in sum: the worker's peak of
// memory, for how long its loop is held, and how late it answers on its control socket meanwhile. Linux.
// Words: by how much each sum is divided, and a part of the names of those that are tried.
import type { Protocol } from '../../main/worker-settings/protocols.ts';
import { commandOf, type Maker } from '../interop/support/interop-worker.ts';
import { ManagedProcess } from '../interop/support/managed-process.ts';
import { type HostileLink, hostileMaster } from './support/hostile-link.ts';
import { HOSTILE_SUMS, type HostileSum, within } from './support/hostile-sums.ts';
import { type Finding, runScript, wordAt } from './support/run-script.ts';
import { staged } from './support/staged.ts';
import { type Held, type Load, loadOf, watchedEnvironment } from './support/worker-load.ts';

const MOST_HELD_MS = 100;
export const MOST_PEAK_MIB = 400;
/** What has not ended by then has cost what it costs. */
const PATIENCE_MS = 30_000;
/** Other answers may be on their way before. */
const ANSWER_MS = 60_000;
const PROTOCOLS = { pb: 'Perspective Broker', msgpack_experimental_v7: 'MessagePack' } as const;

/** How it ended: what was asked, and the worker itself. */
export interface HostileCost extends Load {
  readonly isOver: boolean;
  readonly isAttached: boolean;
  readonly answers: boolean;
}

/** What one sum, divided, costs one worker. */
export async function costOf(
  by: Maker,
  protocol: Protocol,
  sum: HostileSum,
  divisor: number,
): Promise<HostileCost> {
  const master = await hostileMaster(protocol);
  try {
    const options = protocol === 'pb' ? [] : ['--protocol', protocol];
    return await staged(
      by,
      master.port,
      async ({ dir, env }) => {
        const home = env.HOME ?? dir;
        await sum.prepare?.(dir, divisor);
        const attaching = master.nextLink();
        const process = new ManagedProcess({
          ...commandOf(by, ['start', '--nodaemon', dir]),
          env: { ...env, ...watchedEnvironment(by, home) },
        });
        try {
          const link = await attaching;
          let isOver = false;
          const load = await loadOf({ by, dir, home, process }, async () => {
            isOver = await within(PATIENCE_MS, sum.ask(link, divisor));
          });
          link.readAgain();
          return { ...load, isOver, ...(await stateOf(link)) };
        } finally {
          await process.stop();
        }
      },
      options,
    );
  } finally {
    await master.close();
  }
}

async function stateOf(link: HostileLink): Promise<Pick<HostileCost, 'isAttached' | 'answers'>> {
  let isAttached = true;
  void link.ended.then(() => {
    isAttached = false;
  });
  const answers = await within(ANSWER_MS, link.print());
  return { isAttached, answers };
}

async function findingOf(by: Maker, protocol: Protocol, sum: HostileSum): Promise<Finding> {
  const cost = await costOf(by, protocol, sum, wordAt(0, 1));
  const { beforeMib, peakMib, held, statusMs, isEnded, isAttached, answers } = cost;
  // A master that sends too much in one message loses its connection.
  const isWell = !isEnded && (answers || !isAttached);
  return {
    figure: `${beforeMib.toFixed(0)} to ${peakMib.toFixed(0)} MiB${shown(held, statusMs)}; ${endOf(cost)}`,
    holds: isWell && peakMib <= MOST_PEAK_MIB && (held?.processorMs ?? 0) <= MOST_HELD_MS,
  };
}

function shown(held: Held | undefined, statusMs = 0): string {
  if (held === undefined) return '';
  const { clockMs, processorMs } = held;
  return `, held ${processorMs.toFixed(0)} ms (${clockMs.toFixed(0)} by the clock), status after ${statusMs.toFixed(0)} ms`;
}

function endOf({ isOver, isEnded, isAttached, answers }: HostileCost): string {
  if (isEnded) return 'ended for its memory';
  if (!isAttached) return 'the connection is lost';
  if (!answers) return `no answer any more for ${ANSWER_MS / 1000} s`;
  return isOver ? 'done, and answers' : 'answers';
}

const part = process.argv[3] ?? '';
const chosen = HOSTILE_SUMS.flatMap((sum) =>
  (['pb', 'msgpack_experimental_v7'] as const).map((protocol) => ({ sum, protocol })),
).filter(({ sum, protocol }) => `${sum.name}, ${PROTOCOLS[protocol]}`.includes(part));

await runScript(
  import.meta.url,
  chosen.map(({ sum, protocol }) => ({
    promise: `${sum.name}, ${PROTOCOLS[protocol]}: at most ${MOST_PEAK_MIB} MiB, and ${MOST_HELD_MS} ms for anybody else`,
    measure: (by) => findingOf(by, protocol, sum),
  })),
);
