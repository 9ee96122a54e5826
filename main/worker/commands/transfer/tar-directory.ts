import { once } from 'node:events';
import type { BigIntStats } from 'node:fs';
import { type FileHandle, lstat, readdir, readlink } from 'node:fs/promises';
import type { Pack } from 'tar-stream';
import { openDirectory, systemError } from '../../../system/opening/open-directory.ts';
import { openRegularFile } from '../../../system/opening/open-regular-file.ts';
import { binaryPaxHeader } from './binary-pax-header.ts';
import { type FileName, fileNameFrom, nameIn, shownName } from './file-name.ts';

/** A file or directory could not be put into the archive; `cause` is the error of the system. */
export class TarMemberError extends Error {
  override readonly name = 'TarMemberError';
  readonly code = 'TAR_MEMBER';
  readonly path: string;

  constructor(path: FileName, cause: unknown) {
    super(`${shownName(path)} cannot be archived`, { cause });
    this.path = shownName(path);
  }
}

/** A file became shorter while it was being read. */
class ShrunkError extends Error {
  override readonly name = 'ShrunkError';
  readonly code = 'FILE_SHRUNK';
}

const AS_BIGINTS = { bigint: true } as const;
const AS_BYTES = { encoding: 'buffer' } as const;
const NANOSECONDS = 1_000_000_000n;
const CHUNK_BYTES = 64 * 1024;

/** The largest number that the six octal digits of a header hold; larger ones need a pax record. */
const LARGEST_ID = 0o777777;

/** Each level holds a directory; a way of more names is longer than nearly any path. */
const DEEPEST = 400;

/** Replaces in a header a name that only the record before it can hold. */
const NAME_ELSEWHERE = 'name-in-pax-header';

/**
 * Puts a directory's contents into a tar, and ends it. Names are relative to the directory, which is
 * itself the first member, and may be any bytes; links stay links, and a file with several names is
 * stored once. Sockets and devices are left out. Every directory is held while it is read, and no link in
 * it is followed, though a build may exchange one for the other meanwhile.
 *
 * Shape:  `directory` is no link itself; `shown` stands for it in errors.
 * Errors: rejects with a TarMemberError, or as `signal` was aborted.
 * Source: Python, tarfile.py, TarFile.add.
 */
export async function tarDirectory(
  tar: Pack,
  directory: string,
  signal: AbortSignal,
  shown: string = directory,
): Promise<void> {
  const packing: Packing = { tar, signal, namesOfFiles: new Map() };
  await addDirectory(packing, { at: directory, path: shown, name: '' }, 0);
  tar.finalize();
}

interface Packing {
  readonly tar: Pack;
  readonly signal: AbortSignal;
  /** The first name of each file that has several, by device and inode. */
  readonly namesOfFiles: Map<string, FileName>;
}

type Header = Parameters<Pack['entry']>[0];
type Entry = ReturnType<Pack['entry']>;

/** What a header holds of a member, without its names. */
type Facts = Omit<Header, 'name' | 'linkname'> & { readonly pax: Record<string, string> };

interface MemberNames {
  readonly path: FileName;
  /** What a link leads to. */
  readonly linkpath?: FileName;
}

/** A member: how it is reached, what errors call it, and its name in the archive. */
interface Member {
  readonly at: FileName;
  readonly path: FileName;
  readonly name: FileName;
}

async function addMember(packing: Packing, member: Member, depth: number): Promise<void> {
  packing.signal.throwIfAborted();
  const { at, path, name } = member;
  const stats = await naming(path, () => lstat(at, AS_BIGINTS));
  if (stats.isDirectory()) await addDirectory(packing, member, depth);
  else if (stats.isFile()) await addFile(packing, member, stats);
  else if (stats.isSymbolicLink()) {
    const linkpath = fileNameFrom(await naming(path, () => readlink(at, AS_BYTES)));
    await begin(packing, { ...factsFrom(stats), type: 'symlink' }, { path: name, linkpath }).ended;
  } else if (stats.isFIFO()) {
    await begin(packing, { ...factsFrom(stats), type: 'fifo' }, { path: name }).ended;
  }
}

async function addDirectory(packing: Packing, member: Member, depth: number): Promise<void> {
  const { at, path, name } = member;
  const directory = await naming(path, async () => {
    if (depth > DEEPEST) throw systemError('ENAMETOOLONG', shownName(path));
    return openDirectory(at);
  });
  try {
    const stats = await naming(path, () => lstat(`${directory.path}/.`, AS_BIGINTS));
    const names = await naming(path, () => readdir(directory.path, AS_BYTES));
    const facts: Facts = { ...factsFrom(stats), type: 'directory' };
    await begin(packing, facts, { path: nameIn(name, '', '/') }).ended;
    for (const bytes of names.sort(Buffer.compare)) {
      const inside = fileNameFrom(bytes);
      const inner: Member = {
        at: nameIn(directory.path, inside),
        path: nameIn(path, inside),
        name: name === '' ? inside : nameIn(name, inside, '/'),
      };
      await addMember(packing, inner, depth + 1);
    }
  } finally {
    await directory.close();
  }
}

async function addFile(packing: Packing, member: Member, seen: BigIntStats): Promise<void> {
  const { at, path, name } = member;
  const firstName = seen.nlink > 1n ? firstNameOf(packing, name, seen) : name;
  if (firstName !== name) {
    const names = { path: name, linkpath: firstName };
    await begin(packing, { ...factsFrom(seen), type: 'link' }, names).ended;
    return;
  }
  const { file, stats } = await naming(path, () => openRegularFile(at));
  try {
    const facts: Facts = { ...factsFrom(stats), type: 'file', size: Number(stats.size) };
    const { entry, ended } = begin(packing, facts, { path: name });
    await addContent(packing, entry, Number(stats.size), { path, file });
    await ended;
  } finally {
    await file.close();
  }
}

function firstNameOf(packing: Packing, name: FileName, { dev, ino }: BigIntStats): FileName {
  const identity = `${dev}:${ino}`;
  const known = packing.namesOfFiles.get(identity);
  if (known === undefined) packing.namesOfFiles.set(identity, name);
  return known ?? name;
}

/**
 * Begins a member, the one before having ended. Pax itself knows names in UTF-8 only, and so does the
 * packer: a header with others is ours.
 */
function begin(
  { tar }: Packing,
  facts: Facts,
  names: MemberNames,
): { readonly entry: Entry; readonly ended: Promise<void> } {
  const { path, linkpath } = names;
  let header: Header;
  if (typeof path === 'string' && typeof linkpath !== 'object') {
    header = { ...facts, name: path, ...(linkpath !== undefined && { linkname: linkpath }) };
  } else {
    const { pax, ...others } = facts;
    tar.push(binaryPaxHeader({ ...names, ...pax }));
    const linkname = linkpath === undefined ? {} : { linkname: NAME_ELSEWHERE };
    header = { ...others, name: NAME_ELSEWHERE, ...linkname };
  }
  return startEntry(tar, header);
}

function startEntry(tar: Pack, header: Header): ReturnType<typeof begin> {
  let settle = (_error?: Error | null): void => {};
  const ended = new Promise<void>((resolve, reject) => {
    settle = (error) => (error ? reject(error) : resolve());
  });
  // Who fails before it looks at the end has a failure of its own.
  ended.catch(() => {});
  const entry = tar.entry(header, (error) => settle(error));
  // Without a listener the failure of the archive as a whole would end the program.
  entry.on('error', () => {});
  return { entry, ended };
}

/** Exactly the size that the header promises: what is appended meanwhile is left out. */
async function addContent(
  { signal }: Packing,
  entry: Entry,
  sizeBytes: number,
  { path, file }: { readonly path: FileName; readonly file: FileHandle },
): Promise<void> {
  let remaining = sizeBytes;
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
function factsFrom(stats: BigIntStats): Facts {
  const uid = Number(stats.uid);
  const gid = Number(stats.gid);
  return {
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

async function naming<T>(path: FileName, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new TarMemberError(path, error);
  }
}
