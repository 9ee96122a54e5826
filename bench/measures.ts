import type { AttachedWorker } from '../main/rehearsal-master/attached-worker.ts';
import { RehearsalMaster } from '../main/rehearsal-master/rehearsal-master.ts';
import { growthWhileHeld, measureCommands } from './commands.ts';
import { Distance } from './distance.ts';
import type { Figures } from './figures.ts';
import { measureLeftovers } from './leftovers.ts';
import { measureOverMsgpack } from './msgpack.ts';
import { runnerAt } from './pb-runner.ts';
import { download, HOLES, LITTLE_NOISE, NOISE, type TravellingFile, upload } from './transfers.ts';
import { type Candidate, WorkerProcess } from './worker-process.ts';

/**
 * All figures, or those of files that travel alone: 200 MB, or 5 GB with Buildtray only, or 20 MB to a
 * master that is far away. `msgpack` are those of the second protocol, `leftovers` those beside what
 * earlier commands left running.
 */
export const SUBJECTS = ['all', 'transfers', 'huge', 'distance', 'msgpack', 'leftovers'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** One round with one worker. */
export async function measure(candidate: Candidate, subject: Subject): Promise<Figures> {
  if (subject === 'msgpack') return measureOverMsgpack(candidate);
  if (subject === 'leftovers') return measureLeftovers(candidate);
  if (subject === 'distance') return measureFromAfar(candidate);
  const master = await RehearsalMaster.listen({ workers: { w: 'p' }, builders: ['b'] });
  const attached = master.nextAttached();
  const worker = new WorkerProcess(candidate, master.port);
  try {
    const remote = await attached;
    const figures = new Map([['start to attached, ms', performance.now() - worker.startedAtMs]]);
    figures.set('idle, MiB', worker.residentMib());
    if (subject === 'all') await measureCommands(figures, runnerAt(remote), worker);
    await measureTransfers(figures, remote, worker, subject === 'huge' ? HOLES : NOISE);
    if (subject === 'all') {
      const growth = await growthWhileHeld(runnerAt(remote), worker);
      figures.set('growth while the master reads nothing, MiB', growth);
    }
    return figures;
  } finally {
    await worker.end();
    await master.close();
  }
}

/** Files between a worker and a master that is 5 ms away. */
async function measureFromAfar(candidate: Candidate): Promise<Figures> {
  const master = await RehearsalMaster.listen({ workers: { w: 'p' }, builders: ['b'] });
  const distance = await Distance.to(master.port);
  const attached = master.nextAttached();
  const worker = new WorkerProcess(candidate, distance.port);
  try {
    const figures = new Map<string, number>();
    await measureTransfers(figures, await attached, worker, LITTLE_NOISE);
    return figures;
  } finally {
    await worker.end();
    distance.close();
    await master.close();
  }
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
