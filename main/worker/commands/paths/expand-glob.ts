import type { Dirent } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { sep } from 'node:path';
import { hasWildcards, NamePattern } from './name-pattern.ts';

const SEPARATORS = sep === '\\' ? /[\\/]+/ : /\/+/;
const TRAILING_SEPARATORS = sep === '\\' ? /(?<=[^\\/:])[\\/]+$/ : /(?<=[^/])\/+$/;

/** Whether the worker's owner lets us look into a directory, its path free of links. */
export type MayEnter = (realDirectory: string) => boolean;

/** A pattern's directory without wildcards, and the parts that follow. */
export interface GlobPattern {
  readonly start: string;
  readonly parts: readonly string[];
}

/** Takes a pattern apart; one without wildcards has its last name as its only part. */
export function globPatternFrom(pattern: string): GlobPattern {
  const names = pattern.split(SEPARATORS);
  const firstWild = names.findIndex(hasWildcards);
  const first = firstWild === -1 ? names.length - 1 : firstWild;
  const parts = names.slice(first);
  // What precedes is kept as it was written: the results begin with it.
  const start = headBefore(pattern, parts.length).replace(TRAILING_SEPARATORS, '');
  return { start, parts };
}

/** `pattern` without its last `count` names. */
function headBefore(pattern: string, count: number): string {
  let head = pattern;
  for (let taken = 0; taken < count; taken += 1) {
    const trimmed = taken === 0 ? head : head.replace(TRAILING_SEPARATORS, '');
    const last = Math.max(trimmed.lastIndexOf('/'), trimmed.lastIndexOf(sep));
    head = trimmed.slice(0, last + 1);
  }
  return head;
}

/**
 * The paths that match a pattern: names with a leading dot only when asked for, `**` for any number of
 * directories. Directories that may not be entered, or read, count as empty.
 *
 * Where `**` meets a link that leads back to a directory it came through, it turns back. [Python goes
 * round until the system refuses.]
 *
 * Source: Python, glob.py, glob with `recursive`.
 */
export async function expandGlob(pattern: GlobPattern, mayEnter: MayEnter): Promise<string[]> {
  let found = [pattern.start];
  for (const [index, part] of pattern.parts.entries()) {
    const directoriesOnly = index < pattern.parts.length - 1;
    const next: string[] = [];
    for (const directory of found) {
      for await (const path of matchesIn(directory, part, directoriesOnly, mayEnter)) {
        next.push(path);
      }
    }
    found = next;
  }
  return found;
}

async function* matchesIn(
  directory: string,
  part: string,
  directoriesOnly: boolean,
  mayEnter: MayEnter,
): AsyncGenerator<string> {
  const real = await enter(directory, mayEnter);
  if (real === undefined) return;
  if (part === '**') {
    yield joined(directory, '');
    yield* everythingBelow(directory, [real], directoriesOnly, mayEnter);
  } else if (hasWildcards(part)) {
    yield* matchingNames(directory, part, directoriesOnly);
  } else {
    const path = joined(directory, part);
    if (await isThere(path)) yield path;
  }
}

/** The directory's path free of links; undefined when it is none, or not ours to look into. */
async function enter(directory: string, mayEnter: MayEnter): Promise<string | undefined> {
  try {
    const real = await realpath(directory);
    return mayEnter(real) && (await stat(real)).isDirectory() ? real : undefined;
  } catch {
    return undefined;
  }
}

async function* matchingNames(
  directory: string,
  part: string,
  directoriesOnly: boolean,
): AsyncGenerator<string> {
  const pattern = new NamePattern(part);
  for (const entry of await entriesOf(directory)) {
    if (!pattern.matches(entry.name)) continue;
    const path = joined(directory, entry.name);
    if (!directoriesOnly || (await leadsToDirectory(entry, path))) yield path;
  }
}

async function* everythingBelow(
  directory: string,
  cameThrough: readonly string[],
  directoriesOnly: boolean,
  mayEnter: MayEnter,
): AsyncGenerator<string> {
  for (const entry of await entriesOf(directory)) {
    if (entry.name.startsWith('.')) continue;
    const path = joined(directory, entry.name);
    const isDirectory = await leadsToDirectory(entry, path);
    if (isDirectory || !directoriesOnly) yield path;
    const real = isDirectory ? await enter(path, mayEnter) : undefined;
    if (real === undefined || cameThrough.includes(real)) continue;
    yield* everythingBelow(path, [...cameThrough, real], directoriesOnly, mayEnter);
  }
}

async function leadsToDirectory(entry: Dirent, path: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}

async function entriesOf(directory: string): Promise<Dirent[]> {
  return readdir(directory, { withFileTypes: true }).catch(() => []);
}

/** A link to nothing is there, too. */
async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

function joined(directory: string, name: string): string {
  const endsInSeparator = directory.endsWith('/') || directory.endsWith(sep);
  return endsInSeparator ? directory + name : directory + sep + name;
}
