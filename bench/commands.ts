import { setTimeout as delay } from 'node:timers/promises';
import type { WorkerProcess } from './worker-process.ts';

const COMMANDS = 200;
const LONG_LINES_BYTES = 200_000_000;
/** Fewer: the Python worker takes its time. */
const SHORT_LINES_BYTES = 50_000_000;
const HELD_BYTES = 400_000_000;
const HELD_MS = 15_000;
const LONG_LINE =
  'the quick brown fox jumps over the lazy dog, and then it does so again and again, all day long';

/** A worker at a master of either protocol. */
export interface CommandRunner {
  /** Resolves when the command `shell` has completed. */
  run(
    args: Readonly<Record<string, string | number | boolean | readonly string[]>>,
    onStdout: (text: string) => void,
  ): Promise<void>;
  stopReading(): void;
  readAgain(): void;
}

export async function measureCommands(
  figures: Map<string, number>,
  remote: CommandRunner,
  worker: WorkerProcess,
): Promise<void> {
  figures.set('a command `true`, ms', await latency(remote));
  const long = await output(remote, worker, LONG_LINE, LONG_LINES_BYTES);
  figures.set('long lines, MB/s', long.megabytesPerSecond);
  figures.set('long lines, CPU ms per MB', long.cpuMsPerMegabyte);
  const short = await output(remote, worker, 'ok', SHORT_LINES_BYTES);
  figures.set('short lines, MB/s', short.megabytesPerSecond);
}

/** The largest growth while a command prints and nobody reads, and until all has been read. */
export async function growthWhileHeld(
  remote: CommandRunner,
  worker: WorkerProcess,
): Promise<number> {
  const before = worker.residentMib();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, worker.residentMib());
  }, 100);
  remote.stopReading();
  const printing = printed(remote, LONG_LINE, HELD_BYTES);
  await delay(HELD_MS);
  remote.readAgain();
  await printing;
  clearInterval(watch);
  return most - before;
}

/** The median of many, from the call to `complete`. */
export async function latency(remote: CommandRunner): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < COMMANDS; round += 1) {
    const startedAt = performance.now();
    await remote.run({ command: ['true'] }, () => {});
    times.push(performance.now() - startedAt);
  }
  return times.sort((a, b) => a - b)[COMMANDS / 2] ?? Number.NaN;
}

async function output(remote: CommandRunner, worker: WorkerProcess, line: string, bytes: number) {
  const cpuBefore = worker.cpuSeconds();
  const startedAt = performance.now();
  const received = await printed(remote, line, bytes);
  const seconds = (performance.now() - startedAt) / 1000;
  const megabytes = received / 1e6;
  const cpuSeconds = worker.cpuSeconds() - cpuBefore;
  return {
    megabytesPerSecond: megabytes / seconds,
    cpuMsPerMegabyte: (cpuSeconds * 1000) / megabytes,
  };
}

/** Has a command print so many bytes; how many arrived, once it has completed. */
async function printed(remote: CommandRunner, line: string, bytes: number): Promise<number> {
  let received = 0;
  const args = { command: `yes '${line}' | head -c ${bytes}`, timeout: 10, logEnviron: false };
  await remote.run(args, (text) => {
    received += Buffer.byteLength(text);
  });
  if (received < bytes * 0.99) throw new Error(`only ${received} of ${bytes} bytes arrived`);
  return received;
}
