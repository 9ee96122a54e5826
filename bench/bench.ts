import { cpus } from 'node:os';
import type { Figures } from './figures.ts';
import { measure, SUBJECTS } from './measures.ts';
import type { Candidate } from './worker-process.ts';

const [cliPath = 'out/cli/buildtray.js', pythonWorker, only] = process.argv.slice(2);
const subject = SUBJECTS.find((one) => one === only) ?? 'all';
/** Rounds of each worker, in turns, so that a busy moment of the machine hits both. */
const ROUNDS = subject === 'huge' ? 1 : 3;
const candidates: readonly Candidate[] = [
  { name: 'Buildtray', program: process.execPath, args: [cliPath] },
  ...(pythonWorker && subject !== 'huge'
    ? [{ name: 'Python worker', program: pythonWorker, args: [] }]
    : []),
];

const rounds = new Map<string, Figures[]>(candidates.map(({ name }) => [name, []]));
for (let round = 1; round <= ROUNDS; round += 1) {
  for (const candidate of candidates) {
    console.error(`round ${round} of ${ROUNDS}: ${candidate.name}`);
    rounds.get(candidate.name)?.push(await measure(candidate, subject));
  }
}
printTable();

/** Median, and the smallest and the largest of the rounds. */
function printTable(): void {
  const names = [...rounds.keys()];
  console.log(`${cpus().length} processors, Node ${process.version}, ${ROUNDS} rounds\n`);
  console.log(`| | ${names.join(' | ')} | ratio |`);
  console.log(`|---|${names.map(() => '---:|').join('')}---:|`);
  for (const figure of rounds.get(names[0] ?? '')?.[0]?.keys() ?? []) {
    const columns = names.map((name) => spreadOf(name, figure));
    const cells = columns.map(
      ({ median, least, most }) => `${shown(median)} (${shown(least)} – ${shown(most)})`,
    );
    const [ours, theirs] = columns;
    const ratio = ours && theirs?.median ? shown(ours.median / theirs.median) : '';
    console.log(`| ${figure} | ${cells.join(' | ')} | ${ratio} |`);
  }
}

function spreadOf(name: string, figure: string) {
  const values = (rounds.get(name) ?? [])
    .map((figures) => figures.get(figure) ?? Number.NaN)
    .sort((a, b) => a - b);
  return {
    median: values[Math.floor(values.length / 2)] ?? Number.NaN,
    least: values[0] ?? Number.NaN,
    most: values.at(-1) ?? Number.NaN,
  };
}

function shown(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(2);
}
