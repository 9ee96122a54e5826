import { randomBytes } from 'node:crypto';
import type { AttachedWorker } from '../main/rehearsal-master/attached-worker.ts';
import { Referenceable } from '../main/spread/broker/referenceable.ts';
import type { WorkerProcess } from './worker-process.ts';

/** What travels: noise, or 5 GB of holes. */
export const NOISE = { bytes: 200_000_000, make: 'head -c 200000000 /dev/urandom > upload' };
export const LITTLE_NOISE = { bytes: 20_000_000, make: 'head -c 20000000 /dev/urandom > upload' };
export const HOLES = { bytes: 5 * 2 ** 30, make: 'truncate -s 5G upload' };
export type TravellingFile = typeof NOISE;

/** What Buildbot's own steps ask for, FileUpload and FileDownload, when nothing else is written. */
const UPLOAD_BLOCK_BYTES = 256 * 1024;
const DOWNLOAD_BLOCK_BYTES = 16 * 1024;

/** A transfer's speed, and what the worker grew by meanwhile. */
export interface TransferFigures {
  readonly megabytesPerSecond: number;
  readonly cpuMsPerMegabyte: number;
  readonly growthMib: number;
}

/** The worker sends a file; every byte is looked at by its number only. */
export async function upload(
  remote: AttachedWorker,
  worker: WorkerProcess,
  { bytes, make }: TravellingFile,
): Promise<TransferFigures> {
  const made = await remote.startCommand('b', 'shell', {
    command: make,
    workdir: 'b',
  });
  await made.completed;
  let received = 0;
  const writer = new Referenceable({
    write: ([block]) => {
      if (block instanceof Uint8Array) received += block.length;
      return null;
    },
    close: () => null,
  });
  const args = {
    workdir: 'b',
    workersrc: 'upload',
    writer,
    keepstamp: false,
    maxsize: null,
    blocksize: UPLOAD_BLOCK_BYTES,
  };
  const figures = await timed(worker, bytes, () => run(remote, 'uploadFile', args));
  if (received !== bytes) throw new Error(`${received} bytes were uploaded`);
  return figures;
}

/** The worker takes a file that is made of one block over and over. */
export async function download(
  remote: AttachedWorker,
  worker: WorkerProcess,
  { bytes }: TravellingFile,
): Promise<TransferFigures> {
  const block = randomBytes(DOWNLOAD_BLOCK_BYTES);
  let left = bytes;
  const reader = new Referenceable({
    read: ([length]) => {
      const size = Math.min(Number(length), left);
      left -= size;
      return block.subarray(0, size);
    },
    close: () => null,
  });
  const args = {
    workdir: 'b',
    workerdest: 'download',
    reader,
    mode: null,
    maxsize: null,
    blocksize: DOWNLOAD_BLOCK_BYTES,
  };
  const figures = await timed(worker, bytes, () => run(remote, 'downloadFile', args));
  if (left !== 0) throw new Error(`${left} bytes were not downloaded`);
  return figures;
}

type Args = Parameters<AttachedWorker['startCommand']>[2];

async function run(remote: AttachedWorker, name: string, args: Args): Promise<void> {
  const command = await remote.startCommand('b', name, args);
  await command.completed;
  if (command.valueOf('rc') !== 0) throw new Error(`${name} failed: ${command.text('stderr')}`);
}

/** What some work with so many bytes costs the worker. */
export async function timed(
  worker: WorkerProcess,
  bytes: number,
  work: () => Promise<void>,
): Promise<TransferFigures> {
  const before = worker.residentMib();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, worker.residentMib());
  }, 50);
  const cpuBefore = worker.cpuSeconds();
  const startedAt = performance.now();
  try {
    await work();
  } finally {
    clearInterval(watch);
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const cpuSeconds = worker.cpuSeconds() - cpuBefore;
  const megabytes = bytes / 1e6;
  return {
    megabytesPerSecond: megabytes / seconds,
    cpuMsPerMegabyte: (cpuSeconds * 1000) / megabytes,
    growthMib: most - before,
  };
}
