import type { Dirent } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { sep } from 'node:path';
import { isOutOfRoom } from '../../../system/descriptors/spare-descriptors.ts';
import { CommandLimitError } from '../../command-errors.ts';
import { atPlace, type Place, type PlaceRules } from './find-place.ts';
import { hasWildcards, NamePattern } from './name-pattern.ts';
import { entriesAt } from './names-at.ts';
import { requireFewNames } from './require-few-names.ts';
import type { LastLink } from './resolve-inside.ts';

const SEPARATORS = sep === '\\' ? /[\\/]+/ : /\/+/;
const TRAILING_SEPARATORS = sep === '\\' ? /(?<=[^\\/:])[\\/]+$/ : /(?<=[^/])\/+$/;

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
 * Errors: rejects as `signal` was aborted, or with a CommandLimitError for more paths than one answer
 *         holds, on the way to it as well.
 * Source: Python, glob.py, glob with `recursive`.
 */
export async function expandGlob(
  pattern: GlobPattern,
  places: PlaceRules,
  signal: AbortSignal,
): Promise<string[]> {
  const rules: GlobRules = { ...places, signal };
  let found = [pattern.start];
  for (const [index, part] of pattern.parts.entries()) {
    const directoriesOnly = index < pattern.parts.length - 1;
    const next: string[] = [];
    for (const directory of found) {
      for await (const path of matchesIn(directory, part, directoriesOnly, rules)) {
        next.push(path);
        requireFewNames(next.length);
      }
    }
    found = next;
  }
  return found;
}

/** Where a search may look, and what ends it: links may lead round in more ways than there is time for. */
interface GlobRules extends PlaceRules {
  readonly signal: AbortSignal;
}

/** What is in a directory: its entries, under the path by which they are still reached. */
interface Listing {
  /** Free of links. */
  readonly real: string;
  readonly entries: readonly Dirent[];
}

async function* matchesIn(
  directory: string,
  part: string,
  directoriesOnly: boolean,
  rules: GlobRules,
): AsyncGenerator<string> {
  if (part === '**') {
    const listing = await listingOf(directory, rules);
    if (!listing) return;
    yield joined(directory, '');
    yield* everythingBelow(directory, listing, [listing.real], directoriesOnly, rules);
  } else if (hasWildcards(part)) {
    const listing = await listingOf(directory, rules);
    if (listing) yield* matchingNames(directory, listing, part, directoriesOnly, rules);
  } else {
    const path = joined(directory, part);
    if (await isThere(path, rules)) yield path;
  }
}

/** Undefined for what is no directory, or not ours to look into; one that cannot be read is empty. */
async function listingOf(path: string, rules: GlobRules): Promise<Listing | undefined> {
  return looking(rules, `${path}/`, async (place) => {
    if (!(await lstat(place.path)).isDirectory()) return undefined;
    const entries = await entriesAt(place, rules.basedir).catch(noneUnlessNoAnswer);
    return { real: place.real, entries };
  });
}

async function* matchingNames(
  directory: string,
  { entries }: Listing,
  part: string,
  directoriesOnly: boolean,
  rules: GlobRules,
): AsyncGenerator<string> {
  const pattern = new NamePattern(part);
  for (const entry of entries) {
    if (!pattern.matches(entry.name)) continue;
    const path = joined(directory, entry.name);
    if (!directoriesOnly || (await leadsToDirectory(entry, path, rules))) yield path;
  }
}

async function* everythingBelow(
  directory: string,
  { entries }: Listing,
  cameThrough: readonly string[],
  directoriesOnly: boolean,
  rules: GlobRules,
): AsyncGenerator<string> {
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = joined(directory, entry.name);
    const isDirectory = await leadsToDirectory(entry, path, rules);
    if (isDirectory || !directoriesOnly) yield path;
    const listing = isDirectory ? await listingOf(path, rules) : undefined;
    if (!listing || cameThrough.includes(listing.real)) continue;
    yield* everythingBelow(path, listing, [...cameThrough, listing.real], directoriesOnly, rules);
  }
}

/** Of a link that leads where nothing is to be seen, not even that is shown. */
async function leadsToDirectory(entry: Dirent, path: string, rules: GlobRules): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  return (
    (await looking(rules, path, async (place) => (await lstat(place.path)).isDirectory())) ?? false
  );
}

/** A link to nothing is there, too. */
async function isThere(path: string, rules: GlobRules): Promise<boolean> {
  const look = async (place: Place): Promise<boolean> => Boolean(await lstat(place.path));
  return (await looking(rules, path, look, 'kept')) ?? false;
}

/** What `work` finds there; undefined where nothing may be seen, or is. */
async function looking<T>(
  rules: GlobRules,
  path: string,
  work: (place: Place) => Promise<T>,
  lastLink: LastLink = 'followed',
): Promise<T | undefined> {
  rules.signal.throwIfAborted();
  try {
    const looked = await atPlace(rules, path, { use: 'look', lastLink }, work);
    return looked.ok ? looked.value : undefined;
  } catch (error) {
    throwIfNoAnswer(error);
    return undefined;
  }
}

function noneUnlessNoAnswer(error: unknown): never[] {
  throwIfNoAnswer(error);
  return [];
}

/** What the system refuses is not there; where it, or this worker, has no room to look, nobody knows. */
function throwIfNoAnswer(error: unknown): void {
  if (error instanceof CommandLimitError || isOutOfRoom(error)) throw error;
}

function joined(directory: string, name: string): string {
  const endsInSeparator = directory.endsWith('/') || directory.endsWith(sep);
  return endsInSeparator ? directory + name : directory + sep + name;
}
