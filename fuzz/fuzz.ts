import { writeFileSync } from 'node:fs';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { banana } from './banana.ts';
import { fuzz } from './loop.ts';
import { msgpack } from './msgpack.ts';
import { tac } from './tac.ts';
import { watched } from './watch.ts';

const TARGETS = [banana, msgpack, tac];

if (isMainThread) {
  process.exit(await main(process.argv.slice(2)));
} else {
  const { name, seed, until, progress } = workerData;
  const target = TARGETS.find((one) => one.name === name);
  if (target) parentPort?.postMessage(await fuzz(target, { seed, until, progress }));
}

async function main(args: readonly string[]): Promise<number> {
  const [name, ...options] = args;
  if (!TARGETS.some((target) => target.name === name)) {
    console.error(
      `npm run fuzz -- ${TARGETS.map((target) => target.name).join('|')} [--minutes N] [--seed N]`,
    );
    return 2;
  }
  const minutes = Number(optionOf(options, '--minutes') ?? 10);
  const seed = Number(optionOf(options, '--seed') ?? Date.now() % 2 ** 31);
  console.log(`fuzzing ${name} for ${minutes} minutes, --seed ${seed}`);
  const progress = new SharedArrayBuffer(8);
  const until = Date.now() + minutes * 60_000;
  const thread = new Worker(new URL(import.meta.url), {
    workerData: { name, seed, until, progress },
  });
  const end = await watched(thread, progress);
  console.log(end.sentence);
  if (end.input) {
    const path = `fuzz-${name}-${seed}.bin`;
    writeFileSync(path, end.input);
    console.log(`the input is in ${path}`);
  }
  return end.isWell ? 0 : 1;
}

function optionOf(options: readonly string[], name: string): string | undefined {
  const at = options.indexOf(name);
  return at < 0 ? undefined : options[at + 1];
}
