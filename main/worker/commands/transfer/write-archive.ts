import { spawn } from 'node:child_process';
import type { EventEmitter } from 'node:events';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type Pack, pack } from 'tar-stream';
import { codeOf, messageOf } from '../../../lib/message-of.ts';
import { TarMemberError, tarDirectory } from './tar-directory.ts';

const PRIVATE_NEW_FILE = { flags: 'wx', mode: 0o600 };

/** How the master asks for the archive; null: not compressed. */
export type Compression = 'gz' | 'bz2' | null;

export interface ArchiveRequest {
  readonly directory: string;
  /** What people are shown for it. */
  readonly shownDirectory: string;
  /** A file that does not exist yet. */
  readonly archivePath: string;
  readonly compression: Compression;
  /** Where the `bzip2` program is looked for. */
  readonly environment: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** The archive could not be compressed. */
class CompressError extends Error {
  override readonly name = 'CompressError';
  readonly code = 'COMPRESS';
}

/**
 * Writes a directory's contents to a tar file.
 *
 * Errors: rejects with a TarMemberError or a CompressError, as the system calls do on the archive
 *         itself, or as `signal` was aborted.
 */
export async function writeArchive(request: ArchiveRequest): Promise<void> {
  const stop = new AbortController();
  const signal = AbortSignal.any([request.signal, stop.signal]);
  const tar = pack();
  // Its failure reaches us through those who read it; without a listener it would end the program.
  tar.on('error', () => {});
  signal.addEventListener('abort', () => tar.destroy(), { once: true });
  const filling = tarDirectory(tar, request.directory, signal, request.shownDirectory);
  const writing = writeCompressed(tar, { ...request, signal });
  // Whichever fails lets the other one go.
  filling.catch((error: unknown) => tar.destroy(error instanceof Error ? error : null));
  writing.catch((error: unknown) => stop.abort(error));
  const [filled, written] = await Promise.allSettled([filling, writing]);
  const failures = [written, filled].flatMap((end) =>
    end.status === 'rejected' ? [end.reason] : [],
  );
  // A file's own failure comes first; after that, a packer without a reader adds nothing.
  const failure = failures.find((reason) => reason instanceof TarMemberError) ?? failures[0];
  if (failures.length > 0) throw failure;
}

function writeCompressed(tar: Pack, request: ArchiveRequest): Promise<void> {
  if (request.compression === 'bz2') return writeThroughBzip2(tar, request);
  const { archivePath, signal } = request;
  const destination = createWriteStream(archivePath, PRIVATE_NEW_FILE);
  const bytes = Readable.from(tar, { objectMode: false });
  if (request.compression === null) return pipeline(bytes, destination, { signal });
  return pipeline(bytes, createGzip(), destination, { signal });
}

/** Node has no bzip2; the program is on nearly every machine that builds. */
async function writeThroughBzip2(tar: Pack, request: ArchiveRequest): Promise<void> {
  const { archivePath, environment, signal } = request;
  const child = spawn('bzip2', ['-c'], { env: environment, signal });
  if (!child.stdin || !child.stdout || !child.stderr) throw await failureToStart(child);
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-1000);
  });
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', (error) => reject(startFailureFrom(error)));
    child.once('close', (code) => (code === 0 ? resolve() : reject(exitFailureFrom(complaint))));
  });
  const results = await Promise.allSettled([
    // First: when the program is missing or ends early, that explains more than the broken pipe.
    ended,
    pipeline(child.stdout, createWriteStream(archivePath, PRIVATE_NEW_FILE), { signal }),
    pipeline(Readable.from(tar, { objectMode: false }), child.stdin, { signal }),
  ]);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

/** Without a descriptor left, Node makes no streams, whatever its types promise. */
function failureToStart(child: EventEmitter): Promise<Error> {
  return new Promise((resolve) => {
    child.once('error', (error: Error) => resolve(startFailureFrom(error)));
  });
}

function startFailureFrom(error: Error): Error {
  if (codeOf(error) === 'ABORT_ERR') return error;
  const reason =
    codeOf(error) === 'ENOENT'
      ? "the program 'bzip2' was not found on this worker"
      : `the program 'bzip2' could not be started: ${messageOf(error)}`;
  return new CompressError(reason, { cause: error });
}

function exitFailureFrom(complaint: string): CompressError {
  return new CompressError(`the program 'bzip2' failed: ${complaint.trim()}`);
}
