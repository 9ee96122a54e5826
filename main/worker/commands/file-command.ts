import { relative } from 'node:path';
import { errnoFrom, strerror } from '../../system/strerror.ts';
import type { CommandContext, UpdateSink } from '../command.ts';
import { atPlace, type Place, type PlaceUse } from './paths/find-place.ts';
import { isInside, type LastLink } from './paths/resolve-inside.ts';

/** A path for people: below the base directory it is shown relative to it. */
export function shownPath(context: CommandContext, path: string): string {
  return isInside(context.basedir, path) ? relative(context.basedir, path) || '.' : path;
}

/** What a file command does with its path, and how it names itself to the master. */
export interface FileWork {
  readonly name: string;
  readonly path: string;
  readonly use: PlaceUse;
  readonly lastLink?: LastLink;
  work(place: Place): Promise<void>;
}

/**
 * Does something with a path that the worker's owner allows. True when it was done; otherwise the
 * header and the `rc` with the reason have been sent.
 */
export async function didFileWork(context: CommandContext, file: FileWork): Promise<boolean> {
  const { name, path, use, lastLink } = file;
  try {
    const way = { use, ...(lastLink && { lastLink }) };
    const access = await atPlace(context, path, way, (place) => file.work(place));
    if (!access.ok) sendRefusal(context.updates, name, access.problem);
    return access.ok;
  } catch (error) {
    sendOsError(context.updates, name, path, error);
    return false;
  }
}

/** The owner of this worker does not allow the path. */
function sendRefusal(updates: UpdateSink, name: string, sentence: string): void {
  updates.header(`${name}: ${sentence}`);
  updates.value('rc', 1);
}

/** Errors: throws on what is not a failed system call. */
function sendOsError(updates: UpdateSink, name: string, path: string, error: unknown): void {
  const errno = errnoFrom(error);
  if (errno === undefined) throw error;
  updates.header(`${name}: ${strerror(error)}: ${path}`);
  updates.value('rc', errno);
}
