import { setTimeout as delay } from 'node:timers/promises';
import { inspect } from 'node:util';
import { mutated } from './mutate.ts';
import { Random } from './random.ts';
import type { FuzzTarget } from './target.ts';

export interface FuzzRun {
  readonly seed: number;
  /** When to stop, in ms since 1970. */
  readonly until: number;
  /** Where the number of the current input is shown, for whoever watches for a hang. */
  readonly progress: SharedArrayBuffer;
}

/** How a run ended. */
export interface FuzzEnd {
  readonly isWell: boolean;
  readonly sentence: string;
  /** The input that did it. */
  readonly input?: Uint8Array;
}

/** Memory is looked at so often, after a collection. */
const LOOK_EVERY = 20_000;
/** What the run may grow by once it is warm. */
const MOST_GROWTH_MIB = 24;
/** Reading 64 KiB takes a few milliseconds. */
const LONGEST_READ_MS = 2_000;

/** Gives the target one bad input after the other until the time is over or something goes wrong. */
export async function fuzz(target: FuzzTarget, run: FuzzRun): Promise<FuzzEnd> {
  const corpus = await target.corpus();
  const progress = new BigInt64Array(run.progress);
  let warmMib: number | undefined;
  let mostMib = 0;
  let count = 0;
  const rejections = unhandledRejections();
  for (; Date.now() < run.until; count += 1) {
    Atomics.store(progress, 0, BigInt(count));
    const random = new Random(run.seed + count);
    const input = mutated(corpus, random);
    const bad = (what: string): FuzzEnd => ({
      isWell: false,
      sentence: `input ${count}: ${what}`,
      input,
    });
    const startedAt = performance.now();
    try {
      await target.read(input, random);
    } catch (error) {
      return bad(inspect(error));
    }
    if (rejections.length > 0) return bad(`nobody caught ${inspect(rejections[0])}`);
    const tookMs = performance.now() - startedAt;
    if (tookMs > LONGEST_READ_MS) return bad(`took ${Math.round(tookMs)} ms`);
    if (count % LOOK_EVERY !== LOOK_EVERY - 1) continue;
    mostMib = await usedMib();
    warmMib ??= mostMib;
    if (mostMib - warmMib > MOST_GROWTH_MIB) {
      return bad(`memory grew from ${warmMib.toFixed(1)} to ${mostMib.toFixed(1)} MiB`);
    }
  }
  const memory =
    warmMib === undefined ? '' : `, memory ${warmMib.toFixed(1)} to ${mostMib.toFixed(1)} MiB`;
  return { isWell: true, sentence: `${count} inputs, nothing found${memory}` };
}

/** Buffers go only after those that held them, and a moment later. */
async function usedMib(): Promise<number> {
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc?.();
    await delay(5);
  }
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
}

function unhandledRejections(): readonly unknown[] {
  const found: unknown[] = [];
  process.on('unhandledRejection', (reason) => found.push(reason));
  return found;
}
