import type { Stats } from 'node:fs';
import {
  chmod,
  chown,
  type FileHandle,
  lchown,
  lstat,
  lutimes,
  mkdir,
  open,
  readdir,
  readlink,
  stat,
  symlink,
  unlink,
  utimes,
} from 'node:fs/promises';
import { codeOf } from '../../../lib/message-of.ts';
import {
  isNoDirectory,
  type OpenDirectory,
  openDirectory,
  systemError,
} from '../../../system/opening/open-directory.ts';
import { openRegularFile } from '../../../system/opening/open-regular-file.ts';
import { strerror } from '../../../system/strerror.ts';
import { type FileName, fileNameFrom, nameIn, shownName } from './file-name.ts';

/** Each level holds two directories; a way of more names is longer than nearly any path. */
const DEEPEST = 200;
/** Files of one directory that are copied at a time. */
const MOST_AT_A_TIME = 8;
const BLOCK_BYTES = 1024 * 1024;
const PERMISSION_BITS = 0o7777;

/** What copying reports, and what ends it. */
export interface CopyHooks {
  /** Each entry that is made, as `cp -v` prints it. */
  copied(from: string, to: string): void;
  /** What could not be copied, in the words of `cp`; the rest is. */
  failed(sentence: string): void;
  /** Settles when the master takes more output. */
  room(): Promise<void>;
  readonly signal: AbortSignal;
  /** Directories that are neither read nor written, by their identity. */
  readonly closedTo: ReadonlySet<string>;
}

/** One entry on both sides: how it is reached, and what people are shown. */
interface Pair {
  readonly from: FileName;
  readonly to: FileName;
  readonly shownFrom: FileName;
  readonly shownTo: FileName;
}

/**
 * Copies a file or a directory with its links, modes and times, as `cp -R -P -p` does. Every directory is
 * held while it is worked in, and no link is followed, neither in the source nor in the destination: one
 * that is in the way is replaced. Named pipes, sockets and devices are left out.
 *
 * Shape:  a place of another kind than what is copied to it is a failure, as with `cp`.
 * Errors: rejects as `signal` was aborted.
 */
export async function copyTree(pair: Pair, hooks: CopyHooks): Promise<void> {
  await new TreeCopy(hooks).entry(pair, 0);
}

class TreeCopy {
  readonly #hooks: CopyHooks;
  /** The first directory that was made: what is in it is not copied again. */
  #made: string | undefined;

  constructor(hooks: CopyHooks) {
    this.#hooks = hooks;
  }

  async entry(pair: Pair, depth: number): Promise<void> {
    this.#hooks.signal.throwIfAborted();
    await this.#hooks.room();
    let stats: Stats;
    try {
      stats = await lstat(pair.from);
    } catch (error) {
      this.#failed(`cannot stat '${shownName(pair.shownFrom)}'`, error);
      return;
    }
    try {
      if (stats.isDirectory()) await this.#directory(pair, depth);
      else if (stats.isSymbolicLink()) await this.#link(pair, stats);
      else if (stats.isFile()) await this.#file(pair);
      else this.#hooks.failed(`cp: '${shownName(pair.shownFrom)}' is no file and is left out\n`);
    } catch (error) {
      this.#hooks.signal.throwIfAborted();
      this.#failed(`cannot copy '${shownName(pair.shownFrom)}'`, error);
    }
  }

  async #directory(pair: Pair, depth: number): Promise<void> {
    if (depth > DEEPEST) throw systemError('ENAMETOOLONG', shownName(pair.shownFrom));
    const source = await openDirectory(pair.from);
    try {
      await this.#refuse(source);
      if ((await source.identity()) === this.#made) return;
      const isNew = await madeDirectory(pair.to);
      const destination = await directoryAt(pair.to);
      if (!destination) {
        const [to, from] = [shownName(pair.shownTo), shownName(pair.shownFrom)];
        this.#hooks.failed(`cp: cannot overwrite non-directory '${to}' with directory '${from}'\n`);
        return;
      }
      try {
        await this.#refuse(destination);
        this.#made ??= await destination.identity();
        if (isNew) this.#copied(pair);
        await this.#contents(pair, source, destination, depth);
        if (isNew) await giveFacts(destination.path, await stat(source.path));
      } finally {
        await destination.close();
      }
    } finally {
      await source.close();
    }
  }

  async #contents(
    pair: Pair,
    source: OpenDirectory,
    destination: OpenDirectory,
    depth: number,
  ): Promise<void> {
    const entries = await readdir(source.path, { withFileTypes: true, encoding: 'buffer' });
    const pairOf = (bytes: Buffer): Pair => {
      const name = fileNameFrom(bytes);
      return {
        from: nameIn(source.path, name),
        to: nameIn(destination.path, name),
        shownFrom: nameIn(pair.shownFrom, name),
        shownTo: nameIn(pair.shownTo, name),
      };
    };
    const files = entries.filter((entry) => !entry.isDirectory());
    for (let at = 0; at < files.length; at += MOST_AT_A_TIME) {
      const some = files.slice(at, at + MOST_AT_A_TIME);
      const ended = await Promise.allSettled(
        some.map(({ name }) => this.entry(pairOf(name), depth + 1)),
      );
      for (const end of ended) if (end.status === 'rejected') throw end.reason;
    }
    for (const entry of entries) {
      if (entry.isDirectory()) await this.entry(pairOf(entry.name), depth + 1);
    }
  }

  async #file(pair: Pair): Promise<void> {
    const { file, stats } = await openRegularFile(pair.from);
    try {
      const copy = await openInPlaceOf(pair.to);
      try {
        this.#copied(pair);
        await this.#content(file, copy, Number(stats.size));
        await giveFacts(copy, await file.stat());
      } finally {
        await copy.close();
      }
    } finally {
      await file.close();
    }
  }

  async #content(from: FileHandle, to: FileHandle, sizeBytes: number): Promise<void> {
    const block = Buffer.allocUnsafeSlow(Math.max(1, Math.min(sizeBytes + 1, BLOCK_BYTES)));
    for (;;) {
      this.#hooks.signal.throwIfAborted();
      const { bytesRead } = await from.read(block, 0, block.length, null);
      if (bytesRead === 0) return;
      await to.writeFile(block.subarray(0, bytesRead));
    }
  }

  async #link(pair: Pair, stats: Stats): Promise<void> {
    const target = await readlink(pair.from, { encoding: 'buffer' });
    await replacing(pair.to, () => symlink(target, pair.to));
    this.#copied(pair);
    if (process.getuid?.() === 0) await lchown(pair.to, stats.uid, stats.gid);
    await lutimes(pair.to, stats.atime, stats.mtime);
  }

  async #refuse(directory: OpenDirectory): Promise<void> {
    if (!this.#hooks.closedTo.has(await directory.identity())) return;
    throw new Error("it holds the worker's own files");
  }

  #copied({ shownFrom, shownTo }: Pair): void {
    this.#hooks.copied(shownName(shownFrom), shownName(shownTo));
  }

  #failed(what: string, error: unknown): void {
    this.#hooks.failed(`cp: ${what}: ${strerror(error)}\n`);
  }
}

/** Whether the directory is new; one that was there is used. */
async function madeDirectory(path: FileName): Promise<boolean> {
  try {
    await mkdir(path, 0o700);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function openInPlaceOf(path: FileName): Promise<FileHandle> {
  return replacing(path, () => open(path, 'wx', 0o600));
}

/** Makes an entry where nothing may be, or in place of what is there; a directory stays. */
async function replacing<T>(path: FileName, make: () => Promise<T>): Promise<T> {
  try {
    return await make();
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    await unlink(path);
    return make();
  }
}

/** The owner where we may give files away, the permissions, then the times, which the rest would change. */
async function giveFacts(target: string | FileHandle, stats: Stats): Promise<void> {
  const { mode, uid, gid, atime, mtime } = stats;
  const mayGiveAway = process.getuid?.() === 0;
  if (typeof target === 'string') {
    if (mayGiveAway) await chown(target, uid, gid);
    await chmod(target, mode & PERMISSION_BITS);
    await utimes(target, atime, mtime);
    return;
  }
  if (mayGiveAway) await target.chown(uid, gid);
  await target.chmod(mode & PERMISSION_BITS);
  await target.utimes(atime, mtime);
}

/** Undefined where something else is there. */
async function directoryAt(path: FileName): Promise<OpenDirectory | undefined> {
  try {
    return await openDirectory(path);
  } catch (error) {
    if (isNoDirectory(error)) return undefined;
    throw error;
  }
}
