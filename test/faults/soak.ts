/**
 * Thousands of commands of a real Buildbot master, over both protocols, while links, processes, pipes
 * and descriptors fail at random.
 *
 *   node test/faults/soak.ts [COMMANDS] [SEED]       default 10000 of ours; the Python worker has a part of them
 *
 * The status is 1 when a build was lost or ended for no reason, when an answer was wrong, when something
 * was left, or when a worker's process holds more at the end than after the first twentieth.
 */
import { CONTENDERS } from './support/contenders.ts';
import type { ProcessFigures } from './support/process-figures.ts';
import { isGiven, wordAt } from './support/run-script.ts';
import { Soak, type SoakOptions, type SoakTally } from './support/soak.ts';
import type { SoakWorkerOptions } from './support/soak-worker.ts';

const OURS: readonly SoakWorkerOptions[] = [
  { name: 'ours-pb', by: 'buildtray', protocol: 'pb' },
  { name: 'ours-msgpack', by: 'buildtray', protocol: 'msgpack_experimental_v7' },
  { name: 'ours-pb-killed', by: 'buildtray', protocol: 'pb', isKilled: true },
  {
    name: 'ours-msgpack-killed',
    by: 'buildtray',
    protocol: 'msgpack_experimental_v7',
    isKilled: true,
  },
];
const PYTHONS: readonly SoakWorkerOptions[] = [
  { name: 'python-pb', by: 'python', protocol: 'pb' },
  { name: 'python-msgpack', by: 'python', protocol: 'msgpack_experimental_v7' },
];
/** After which part of the commands the processes are looked at for the first time. */
const FIRST_PART = 1 / 20;
/** What V8's heap may have grown by, between two moments of rest. */
const MEMORY_ALLOWED_MIB = 24;

/** What a soak found; `broken` is empty when every promise holds for our workers. */
export interface SoakFindings {
  readonly lines: readonly string[];
  readonly broken: readonly string[];
}

export async function soak(commands: number, options: SoakOptions): Promise<SoakFindings> {
  const running = await Soak.start(options);
  let stopped: readonly number[] = [];
  try {
    await running.runUntil(commands * FIRST_PART);
    const before = await running.settledFigures();
    await running.runUntil(commands);
    const after = await running.settledFigures();
    const tallies = await running.tallies();
    const builds = await running.buildsOnMaster();
    const left = new Map(options.workers.map(({ name }) => [name, running.leftBehind(name)]));
    const findings = options.workers.map((worker) =>
      findingsOf(worker, {
        tally: tallies.get(worker.name),
        before: before.get(worker.name),
        after: after.get(worker.name),
        left: left.get(worker.name)?.length ?? 0,
      }),
    );
    const faults = [...running.faults].map(([name, times]) => `${name} ${times}`).join(', ');
    const stalledElsewhere = options.workers
      .filter(({ by }) => by !== 'buildtray')
      .reduce((sum, { name }) => sum + running.stalledBuilds(name), 0);
    const unfinished = (builds.running ?? 0) - stalledElsewhere;
    return {
      lines: [
        ...findings.flatMap(({ lines }) => lines),
        `faults: ${faults}`,
        `builds on the master, by result: ${JSON.stringify(builds)}`,
      ],
      broken: [
        ...findings.flatMap(({ broken }) => broken),
        ...(unfinished > 0 ? [`${unfinished} builds still run on the master`] : []),
      ],
    };
  } finally {
    stopped = await running.stop();
    if (stopped.length > 0) process.stdout.write(`left at the end: ${stopped.join(' ')}\n`);
  }
}

interface Held {
  readonly tally: SoakTally | undefined;
  readonly before: ProcessFigures | undefined;
  readonly after: ProcessFigures | undefined;
  readonly left: number;
}

function findingsOf({ name, by }: SoakWorkerOptions, held: Held): SoakFindings {
  const { tally, before, after, left } = held;
  const wrong = tally?.wrong ?? [];
  const grown = before && after ? growthOf(before, after) : [];
  const figures = before && after ? `; ${shown(before)} → ${shown(after)}` : '';
  const broken = [
    ...wrong,
    ...(left > 0 ? [`${left} processes are left of its builds`] : []),
    ...grown,
  ].map((sentence) => `${name}: ${sentence}`);
  const counts = `${tally?.commands} commands of ${tally?.builds} builds, ${wrong.length} wrong`;
  return {
    lines: [`${name}: ${counts}, ${left} processes left${figures}`],
    broken: by === 'buildtray' ? broken : [],
  };
}

function growthOf(before: ProcessFigures, after: ProcessFigures): readonly string[] {
  const isLarger = after.residentMib > before.residentMib + MEMORY_ALLOWED_MIB;
  return [
    ...(isLarger ? ['its memory has grown'] : []),
    ...(after.descriptors > before.descriptors ? ['it holds more descriptors'] : []),
    ...(after.children > before.children ? ['it has more processes'] : []),
  ];
}

function shown({ residentMib, descriptors, children }: ProcessFigures): string {
  return `${residentMib.toFixed(0)} MiB, ${descriptors} descriptors, ${children} processes`;
}

if (isGiven(import.meta.url)) {
  const commands = wordAt(0, 10_000);
  const seed = wordAt(1, Date.now() % 2 ** 31);
  process.stdout.write(`soak of ${commands} commands, seed ${seed}\n`);
  const begunMs = performance.now();
  const { lines, broken } = await soak(commands, {
    workers: CONTENDERS.includes('python') ? [...OURS, ...PYTHONS] : OURS,
    buildersOfEach: 2,
    seed,
    commandsBetweenFaults: 70,
    patienceMs: 300_000,
  });
  for (const line of lines) process.stdout.write(`  ${line}\n`);
  for (const sentence of broken) process.stdout.write(`  NOT AS PROMISED: ${sentence}\n`);
  process.stdout.write(`  ${((performance.now() - begunMs) / 1000).toFixed(0)} s\n`);
  process.exitCode = broken.length > 0 ? 1 : 0;
}
