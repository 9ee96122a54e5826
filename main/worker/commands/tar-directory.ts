import { once } from 'node:events';
import type { BigIntStats } from 'node:fs';
import { type FileHandle, lstat, open, readdir, readlink, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pack } from 'tar-stream';

/** A file or directory could not be put into the archive; `cause` is what the system said. */
export class TarMemberError extends Error {
  override readonly name = 'TarMemberError';
  readonly code = 'TAR_MEMBER';
  readonly path: string;

  constructor(path: string, cause: unknown) {
    super(`${path} cannot be archived`, { cause });
    this.path = path;
  }
}

/** A file became shorter while it was being read. */
class ShrunkError extends Error {
  override readonly name = 'ShrunkError';
  readonly code = 'FILE_SHRUNK';
}

const AS_BIGINTS = { bigint: true } as const;
const NANOSECONDS = 1_000_000_000n;
const CHUNK_BYTES = 64 * 1024;

/** The largest number that the six octal digits of a header hold; larger ones need a pax record. */
const LARGEST_ID = 0o777777;

/**
 * Puts a directory's contents into a tar, and ends it. Names are relative to the directory, which is
 * itself the first member; links stay links, and a file with several names is stored once. Sockets and
 * devices are left out.
 *
 * Errors: rejects with a TarMemberError, or as `signal` was aborted.
 * Source: Python, tarfile.py, TarFile.add.
 */
export async function tarDirectory(
  tar: Pack,
  directory: string,
  signal: AbortSignal,
): Promise<void> {
  const packing: Packing = { tar, signal, namesOfFiles: new Map() };
  // Of a link to a directory the master wants the directory, so the first one is followed.
  await addDirectory(
    packing,
    directory,
    '',
    await naming(directory, () => stat(directory, AS_BIGINTS)),
  );
  tar.finalize();
}

interface Packing {
  readonly tar: Pack;
  readonly signal: AbortSignal;
  /** The first name of each file that has several, by device and inode. */
  readonly namesOfFiles: Map<string, string>;
}

type Header = Parameters<Pack['entry']>[0];

async function addMember(packing: Packing, path: string, name: string): Promise<void> {
  packing.signal.throwIfAborted();
  const stats = await naming(path, () => lstat(path, AS_BIGINTS));
  if (stats.isDirectory()) await addDirectory(packing, path, name, stats);
  else if (stats.isFile()) await addFile(packing, path, name, stats);
  else if (stats.isSymbolicLink()) {
    const linkname = await naming(path, () => readlink(path));
    packing.tar.entry({ ...headerFrom(name, stats), type: 'symlink', linkname });
  } else if (stats.isFIFO()) packing.tar.entry({ ...headerFrom(name, stats), type: 'fifo' });
}

async function addDirectory(
  packing: Packing,
  path: string,
  name: string,
  stats: BigIntStats,
): Promise<void> {
  const names = await naming(path, () => readdir(path));
  packing.tar.entry({ ...headerFrom(`${name}/`, stats), type: 'directory' });
  for (const inside of names.sort()) {
    await addMember(packing, join(path, inside), name === '' ? inside : `${name}/${inside}`);
  }
}

async function addFile(
  packing: Packing,
  path: string,
  name: string,
  stats: BigIntStats,
): Promise<void> {
  const firstName = stats.nlink > 1n ? firstNameOf(packing, name, stats) : name;
  if (firstName !== name) {
    packing.tar.entry({ ...headerFrom(name, stats), type: 'link', linkname: firstName });
    return;
  }
  const file = await naming(path, () => open(path, 'r'));
  try {
    const header: Header = { ...headerFrom(name, stats), type: 'file', size: Number(stats.size) };
    await addContent(packing, header, path, file);
  } finally {
    await file.close();
  }
}

function firstNameOf(packing: Packing, name: string, { dev, ino }: BigIntStats): string {
  const identity = `${dev}:${ino}`;
  const known = packing.namesOfFiles.get(identity);
  if (known === undefined) packing.namesOfFiles.set(identity, name);
  return known ?? name;
}

/** Exactly the size that the header promises: what is appended meanwhile is left out. */
async function addContent(
  { tar, signal }: Packing,
  header: Header,
  path: string,
  file: FileHandle,
): Promise<void> {
  const entry = tar.entry(header);
  // Without a listener the failure of the archive as a whole would end the program.
  entry.on('error', () => {});
  let remaining = header.size ?? 0;
  while (remaining > 0) {
    const chunk = await naming(path, () => readChunk(file, Math.min(CHUNK_BYTES, remaining)));
    remaining -= chunk.length;
    signal.throwIfAborted();
    if (!entry.write(chunk)) await once(entry, 'drain', { signal });
  }
  entry.end(undefined);
}

async function readChunk(file: FileHandle, length: number): Promise<Uint8Array> {
  const { bytesRead, buffer } = await file.read(Buffer.allocUnsafeSlow(length), 0, length, null);
  if (bytesRead === 0) throw new ShrunkError('unexpected end of data');
  return buffer.subarray(0, bytesRead);
}

/** With the file type in `mode`: the packer would take a bare 0 for "none given". */
function headerFrom(name: string, stats: BigIntStats): Header {
  const uid = Number(stats.uid);
  const gid = Number(stats.gid);
  return {
    name,
    mode: Number(stats.mode),
    uid: Math.min(uid, LARGEST_ID),
    gid: Math.min(gid, LARGEST_ID),
    // Headers hold whole seconds until 2038; the record holds any time.
    mtime: new Date(0),
    pax: {
      mtime: secondsTextFrom(stats.mtimeNs),
      ...(uid > LARGEST_ID && { uid: String(uid) }),
      ...(gid > LARGEST_ID && { gid: String(gid) }),
    },
  };
}

/** Exact, where a floating point number would lose the last digits. */
function secondsTextFrom(nanoseconds: bigint): string {
  const size = nanoseconds < 0n ? -nanoseconds : nanoseconds;
  const fraction = String(size % NANOSECONDS).padStart(9, '0');
  return `${nanoseconds < 0n ? '-' : ''}${size / NANOSECONDS}.${fraction}`;
}

async function naming<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new TarMemberError(path, error);
  }
}
