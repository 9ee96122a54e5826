import { isUtf8 } from 'node:buffer';
import { mkdirSync } from 'node:fs';
import { lstat, readlink, realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { codeOf } from '../../../lib/message-of.ts';
import { failed, type Outcome, succeeded } from '../../../lib/outcome.ts';
import { INFO_DIRNAME, isOwnEntry } from '../../../system/base-directory-files.ts';
import { isInside } from '../../../system/opening/is-inside.ts';
import {
  HAS_DIRECTORY_HANDLES,
  isNoDirectory,
  type OpenDirectory,
  openDirectory,
  systemError,
} from '../../../system/opening/open-directory.ts';
import type { CommandContext } from '../../command.ts';
import { makeDirectories, withUmask } from '../../with-umask.ts';
import {
  isMeaningful,
  type LastLink,
  MOST_LINKS,
  outsideRefusal,
  realPathOf,
} from './resolve-inside.ts';

/**
 * What a command does at its place: `look` at what is there, which the base directory itself allows;
 * `make` a directory, which that and `info` allow, since masters make both over MessagePack at each
 * attachment; `use` the entry; or use the `tree`, with everything that is below it.
 */
export type PlaceUse = 'look' | 'make' | 'use' | 'tree';

/** What a command may use, and how. */
export type PlaceRules = Pick<CommandContext, 'basedir' | 'fileAccess'>;

/**
 * Where a path leads: an entry of a directory that is held, so that nobody can put a link in the way
 * any more. The entry itself is never to be followed: `lstat`, O_NOFOLLOW.
 */
export interface Place {
  /** Reaches the entry. Where parents are missing it reaches nothing. */
  readonly path: string;
  /** The path free of links, as it was when it was looked at: for people and for comparisons. */
  readonly real: string;
  readonly directory: OpenDirectory;
  /** The entry's name; `.` where the place is `directory` itself. */
  readonly name: string;
  /** Parents that do not exist, topmost first. */
  readonly missingParents: readonly string[];
  /** How a link on the way leads to nothing: as the last part, or before others. */
  readonly dangling: 'last' | 'before' | undefined;
}

/**
 * Does something at the place that `path` means, with every link resolved; or the sentence that refuses
 * it: what is outside the base directory without `file access: anywhere`, and the worker's own files
 * always. The one place that decides.
 *
 * Errors: rejects as the system calls on the way do, or as `work` does.
 */
export async function atPlace<T>(
  rules: PlaceRules,
  path: string,
  { use, lastLink = 'followed' }: { readonly use: PlaceUse; readonly lastLink?: LastLink },
  work: (place: Place) => Promise<T>,
): Promise<Outcome<T, string>> {
  const walk = HAS_DIRECTORY_HANDLES ? new Walk(rules.basedir) : undefined;
  try {
    const found = walk ? await walk.to(path, lastLink) : await foundByName(rules, path, lastLink);
    const refusal = refusalOf(rules, path, use, found);
    if (refusal !== undefined) return failed(refusal);
    if (found.failure) throw found.failure;
    return succeeded(await work(found.place));
  } finally {
    await walk?.close();
  }
}

/** A directory of the base directory that builders may have for their own; or why not. */
export async function builderDirectoryRefusal(
  basedir: string,
  builddir: string,
): Promise<string | undefined> {
  const rules = { basedir, fileAccess: 'anywhere' } as const;
  const access = await atPlace(rules, builddir, { use: 'use' }, async () => undefined);
  return access.ok ? undefined : access.problem;
}

/** Makes the parents that are missing; the place in them. The first that fails ends it. */
export async function withParents<T>(
  place: Place,
  umask: number | undefined,
  work: (place: Place) => Promise<T>,
): Promise<T> {
  if (!HAS_DIRECTORY_HANDLES) {
    await makeDirectories(dirname(place.real), umask);
    return work(place);
  }
  let { directory } = place;
  try {
    for (const name of place.missingParents) {
      const path = `${directory.path}/${name}`;
      makeOne(path, umask);
      const next = await openDirectory(path);
      if (directory !== place.directory) await directory.close();
      directory = next;
    }
    const path = `${directory.path}/${place.name}`;
    return await work({ ...place, directory, path, missingParents: [] });
  } finally {
    if (directory !== place.directory) await directory.close();
  }
}

/** Another program may make it at the same time. */
function makeOne(path: string, umask: number | undefined): void {
  try {
    withUmask(umask, () => mkdirSync(path));
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

interface Found {
  readonly place: Place;
  readonly realBasedir: string;
  /** The names that lead from the base directory to the place; undefined outside. */
  readonly below: readonly string[] | undefined;
  /** Why the way ends before the place. */
  readonly failure?: Error | undefined;
}

function refusalOf(
  rules: PlaceRules,
  path: string,
  use: PlaceUse,
  found: Found,
): string | undefined {
  const { below, place, realBasedir, failure } = found;
  // Links that go round in circles are refused by the system, in words of its own.
  if (codeOf(failure) === 'ELOOP') return undefined;
  if (below === undefined && rules.fileAccess !== 'anywhere') {
    return outsideRefusal(rules.basedir, path);
  }
  if (use === 'tree' && isInside(place.real, realBasedir)) return holdsWorker(path);
  const changes = use === 'use' || use === 'tree';
  if (changes && below?.length === 0) return holdsWorker(path);
  const [entry] = below ?? [];
  if (use === 'make' && below?.length === 1 && entry === INFO_DIRNAME) return undefined;
  return entry !== undefined && isOwnEntry(entry) ? ownRefusal(path) : undefined;
}

function holdsWorker(path: string): string {
  return `'${path}' holds the worker itself and is kept`;
}

function ownRefusal(path: string): string {
  return `'${path}' is one of the worker's own files, which no master may read or change`;
}

interface Step {
  readonly directory: OpenDirectory;
  readonly name: string;
}

/** Goes along a path from one held directory to the next, as the system would. */
class Walk {
  readonly #basedir: string;
  readonly #opened: OpenDirectory[] = [];
  /** For people, and to compare with: bytes that are no UTF-8 show otherwise. */
  #realBasedir = '';
  #basedirHeld: OpenDirectory | undefined;
  #basedirIdentity = '';
  /** Where the steps begin: `/`, or the base directory with its links resolved. */
  #bottom = '/';
  #steps: Step[] = [];
  /** The index of the base directory among the steps. */
  #basedirAt: number | undefined;

  constructor(basedir: string) {
    this.#basedir = basedir;
  }

  async close(): Promise<void> {
    await Promise.all(this.#opened.map((directory) => directory.close()));
  }

  async to(path: string, lastLink: LastLink): Promise<Found> {
    const realBasedir = await realpath(this.#basedir, { encoding: 'buffer' });
    this.#realBasedir = realBasedir.toString();
    this.#basedirHeld ??= await this.#hold(realBasedir);
    const parts = path.split('/');
    const endsInName = isMeaningful(parts.at(-1) ?? '');
    let pending = await this.#begin(path);
    let linksLeft = MOST_LINKS;
    /** So many of the parts that are pending come from a link. */
    let ofLink = 0;
    let failure: Error | undefined;
    for (;;) {
      const part = pending.shift();
      if (part === undefined) return this.#found([], { failure });
      const isOfLink = ofLink > 0;
      ofLink = Math.max(0, ofLink - 1);
      if (part === '..') {
        pending = [...(await this.#up()), ...pending];
        continue;
      }
      const isLast = pending.length === 0;
      if (isLast && lastLink === 'kept' && endsInName) return this.#found([part], { failure });
      const step = await this.#look(part, isLast && endsInName);
      if (step.kind === 'entry') return this.#found([part], { failure });
      if (step.kind === 'entered') {
        if (isLast) return this.#foundDirectory(failure);
        continue;
      }
      if (step.kind === 'failed') {
        if (codeOf(step.error) !== 'ENOENT') failure ??= step.error;
        const { names, rest } = beyond(part, pending);
        if (names.length > 0) {
          const dangling = isOfLink ? danglingOf(ofLink, pending.length) : undefined;
          return this.#found(names, { failure, dangling });
        }
        pending = rest;
        continue;
      }
      linksLeft -= 1;
      if (linksLeft < 0) {
        return this.#found([part, ...pending], { failure: systemError('ELOOP', path) });
      }
      const target = isAbsolute(step.target)
        ? await this.#begin(step.target)
        : meaningful(step.target);
      ofLink = target.length + ofLink;
      pending = [...target, ...pending];
    }
  }

  /** What is called `name` in the directory where we are; it is entered if it is a directory. */
  async #look(
    name: string,
    isWanted: boolean,
  ): Promise<
    | { kind: 'entered' }
    | { kind: 'entry' }
    | { kind: 'link'; target: string }
    | { kind: 'failed'; error: Error }
  > {
    const path = `${this.#here.path}/${name}`;
    if (!isWanted) {
      try {
        await this.#enter(await this.#hold(path), name);
        return { kind: 'entered' };
      } catch (error) {
        if (!isNoDirectory(error)) return { kind: 'failed', error: asError(error) };
      }
    }
    try {
      const target = await readlink(path, { encoding: 'buffer' });
      // As text it would lead to another name.
      if (!isUtf8(target)) return { kind: 'failed', error: systemError('EILSEQ', path) };
      return { kind: 'link', target: target.toString() };
    } catch (error) {
      const code = codeOf(error);
      if (code === 'ENOENT') return { kind: 'failed', error: asError(error) };
      // EINVAL: it is no link. What else fails will fail again, for the command.
      if (isWanted) return { kind: 'entry' };
      return { kind: 'failed', error: systemError('ENOTDIR', path) };
    }
  }

  /** Begins at the base directory where the path does, else at the root; what is left of it. */
  async #begin(path: string): Promise<string[]> {
    const start = [this.#basedir, this.#realBasedir].find(
      (directory) => path === directory || path.startsWith(`${directory}/`),
    );
    this.#bottom = start === undefined ? '/' : this.#realBasedir;
    const basedir = start === undefined ? undefined : this.#basedirHeld;
    const directory = basedir ?? (await this.#hold('/'));
    this.#steps = [];
    this.#basedirAt = undefined;
    await this.#enter(directory, '');
    return meaningful(path.slice(start?.length ?? 0));
  }

  /** Leaves the directory; the parts that lead to its parent where the steps do not go so far up. */
  async #up(): Promise<string[]> {
    if (this.#steps.length > 1) {
      this.#steps.pop();
      if (this.#basedirAt === this.#steps.length) this.#basedirAt = undefined;
      return [];
    }
    if (this.#bottom === '/') return [];
    const parent = meaningful(dirname(this.#bottom));
    await this.#begin('/');
    return parent;
  }

  async #enter(directory: OpenDirectory, name: string): Promise<void> {
    this.#steps.push({ directory, name });
    if (this.#basedirAt !== undefined) return;
    this.#basedirIdentity ||= (await this.#basedirHeld?.identity()) ?? '';
    const isBasedir =
      directory === this.#basedirHeld || (await directory.identity()) === this.#basedirIdentity;
    if (isBasedir) this.#basedirAt = this.#steps.length - 1;
  }

  async #hold(path: string | Buffer): Promise<OpenDirectory> {
    const directory = await openDirectory(path);
    this.#opened.push(directory);
    return directory;
  }

  get #here(): OpenDirectory {
    const step = this.#steps.at(-1);
    if (!step) throw new Error('the walk has not begun');
    return step.directory;
  }

  /** A directory with a slash behind it is an entry of its parent, which is what a command works on. */
  #foundDirectory(failure: Error | undefined): Found {
    const { name } = this.#steps.at(-1) ?? { name: '' };
    const isBasedir = this.#basedirAt === this.#steps.length - 1;
    if (isBasedir || this.#steps.length < 2) return this.#found([], { failure });
    this.#steps.pop();
    return this.#found([name], { failure });
  }

  #found(
    names: readonly string[],
    { failure, dangling }: { failure?: Error | undefined; dangling?: Place['dangling'] } = {},
  ): Found {
    const directory = this.#here;
    const way = this.#steps.slice(1).map(({ name }) => name);
    const below =
      this.#basedirAt === undefined ? undefined : [...way.slice(this.#basedirAt), ...names];
    const name = names.at(-1) ?? '.';
    const missingParents = names.slice(0, -1);
    return {
      realBasedir: this.#realBasedir,
      below,
      failure,
      place: {
        directory,
        name,
        missingParents,
        dangling,
        path: [directory.path, ...missingParents, name].join('/'),
        real: join(this.#bottom, ...way, ...names),
      },
    };
  }
}

/** Where directories cannot be held: the place is what the links led to a moment ago. */
async function foundByName(
  { basedir }: PlaceRules,
  path: string,
  lastLink: LastLink,
): Promise<Found> {
  const real = await realPathOf(path, lastLink);
  const realBasedir = (await realPathOf(basedir, 'followed')) ?? basedir;
  const place = real ?? path;
  const isBelow = isInside(realBasedir, place);
  const way = isBelow ? place.slice(realBasedir.length).split(/[\\/]/).filter(isMeaningful) : [];
  const directory: OpenDirectory = {
    path: dirname(place),
    identity: async () => place,
    close: async () => {},
  };
  const isDangling = await lstat(path).then(
    (stats) => stats.isSymbolicLink() && place !== path,
    () => false,
  );
  const isMissing =
    isDangling &&
    !(await lstat(place).then(
      () => true,
      () => false,
    ));
  return {
    realBasedir,
    below: isBelow ? way : undefined,
    // Windows follows more links than are followed here, and so may arrive where nothing was checked.
    failure: real === undefined ? systemError('ELOOP', path) : undefined,
    place: {
      path: place,
      real: place,
      directory,
      name: basename(place),
      missingParents: [],
      dangling: isMissing ? 'last' : undefined,
    },
  };
}

/**
 * What follows a part that does not exist: `..` takes back what came before it. `rest` is what is left
 * when nothing of the missing part is.
 */
function beyond(part: string, pending: readonly string[]): { names: string[]; rest: string[] } {
  const names = [part];
  for (const [index, next] of pending.entries()) {
    if (next !== '..') names.push(next);
    else if (names.pop() && names.length === 0) return { names, rest: pending.slice(index + 1) };
  }
  return { names, rest: [] };
}

/** `ofLink` parts of those that are pending are the link's own. */
function danglingOf(ofLink: number, pending: number): NonNullable<Place['dangling']> {
  return ofLink === pending ? 'last' : 'before';
}

function meaningful(path: string): string[] {
  return path.split('/').filter(isMeaningful);
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
