import { setTimeout as delay } from 'node:timers/promises';
import type { AttachedWorker } from '../main/rehearsal/attached-worker.ts';
import { RehearsalMaster } from '../main/rehearsal/rehearsal-master.ts';
import { download, HOLES, NOISE, type TravellingFile, upload } from './transfers.ts';
import { type Candidate, WorkerProcess } from './worker-process.ts';

/** A figure's name, with its unit, and its value. */
export type Figures = ReadonlyMap<string, number>;

const COMMANDS = 200;
const LONG_LINES_BYTES = 200_000_000;
/** Fewer: the Python worker takes its time. */
const SHORT_LINES_BYTES = 50_000_000;
const HELD_BYTES = 400_000_000;
const HELD_MS = 15_000;
const LONG_LINE =
  'the quick brown fox jumps over the lazy dog, and then it does so again and again, all day long';

/** All figures, or those of files that travel alone: 200 MB, or 5 GB with Buildtray only. */
export type Subject = 'all' | 'transfers' | 'huge';

/** One round with one worker. */
export async function measure(candidate: Candidate, subject: Subject): Promise<Figures> {
  const master = await RehearsalMaster.listen({ workers: { w: 'p' }, builders: ['b'] });
  const attached = master.nextAttached();
  const worker = new WorkerProcess(candidate, master.port);
  try {
    const remote = await attached;
    const figures = new Map([['start to attached, ms', performance.now() - worker.startedAtMs]]);
    figures.set('idle, MiB', worker.residentMib());
    if (subject === 'all') await measureCommands(figures, remote, worker);
    await measureTransfers(figures, remote, worker, subject === 'huge' ? HOLES : NOISE);
    if (subject === 'all') {
      const growth = await growthWhileHeld(remote, worker);
      figures.set('growth while the master reads nothing, MiB', growth);
    }
    return figures;
  } finally {
    await worker.end();
    await master.close();
  }
}

async function measureCommands(
  figures: Map<string, number>,
  remote: AttachedWorker,
  worker: WorkerProcess,
): Promise<void> {
  figures.set('a command `true`, ms', await latency(remote));
  const long = await output(remote, worker, LONG_LINE, LONG_LINES_BYTES);
  figures.set('long lines, MB/s', long.megabytesPerSecond);
  figures.set('long lines, CPU ms per MB', long.cpuMsPerMegabyte);
  const short = await output(remote, worker, 'ok', SHORT_LINES_BYTES);
  figures.set('short lines, MB/s', short.megabytesPerSecond);
}

async function measureTransfers(
  figures: Map<string, number>,
  remote: AttachedWorker,
  worker: WorkerProcess,
  file: TravellingFile,
): Promise<void> {
  const uploaded = await upload(remote, worker, file);
  const downloaded = await download(remote, worker, file);
  const megabytes = Math.round(file.bytes / 1e6);
  figures.set(`upload of ${megabytes} MB, MB/s`, uploaded.megabytesPerSecond);
  figures.set(`upload of ${megabytes} MB, CPU ms per MB`, uploaded.cpuMsPerMegabyte);
  figures.set(`download of ${megabytes} MB, MB/s`, downloaded.megabytesPerSecond);
  figures.set(`download of ${megabytes} MB, CPU ms per MB`, downloaded.cpuMsPerMegabyte);
  const growth = Math.max(uploaded.growthMib, downloaded.growthMib);
  figures.set('growth while a file travels, MiB', growth);
}

/** The median of many, from the call to `complete`. */
async function latency(remote: AttachedWorker): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < COMMANDS; round += 1) {
    const startedAt = performance.now();
    const command = await remote.startCommand('b', 'shell', { command: ['true'], workdir: 'b' });
    await command.completed;
    times.push(performance.now() - startedAt);
  }
  return times.sort((a, b) => a - b)[COMMANDS / 2] ?? Number.NaN;
}

async function output(remote: AttachedWorker, worker: WorkerProcess, line: string, bytes: number) {
  const cpuBefore = worker.cpuSeconds();
  const startedAt = performance.now();
  const received = await printed(remote, line, bytes);
  const seconds = (performance.now() - startedAt) / 1000;
  const megabytes = received() / 1e6;
  const cpuSeconds = worker.cpuSeconds() - cpuBefore;
  return {
    megabytesPerSecond: megabytes / seconds,
    cpuMsPerMegabyte: (cpuSeconds * 1000) / megabytes,
  };
}

/** The largest growth while a command prints and nobody reads, and until all has been read. */
async function growthWhileHeld(remote: AttachedWorker, worker: WorkerProcess): Promise<number> {
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

/** Has a command print so many bytes; how many arrived, once it has completed. */
async function printed(remote: AttachedWorker, line: string, bytes: number): Promise<() => number> {
  let received = 0;
  const args = {
    command: `yes '${line}' | head -c ${bytes}`,
    workdir: 'b',
    timeout: 10,
    logEnviron: false,
  };
  const command = await remote.startCommand('b', 'shell', args, ([key, value]) => {
    if (key === 'stdout') received += Buffer.byteLength(String(value));
  });
  await command.completed;
  if (received < bytes * 0.99) throw new Error(`only ${received} of ${bytes} bytes arrived`);
  return () => received;
}
