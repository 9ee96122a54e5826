import { relative } from 'node:path';
import type { Outcome } from '../../lib/outcome.ts';
import { isInside } from '../../system/opening/is-inside.ts';
import { errnoFrom, strerror } from '../../system/strerror.ts';
import type { CommandContext, UpdateSink } from '../command.ts';
import { untilRoom } from '../until-room.ts';
import { atPlace, type Place, type PlaceUse } from './paths/find-place.ts';
import type { LastLink } from './paths/resolve-inside.ts';

/** A path for people: below the base directory it is shown relative to it. */
export function shownPath(context: CommandContext, path: string): string {
  return isInside(context.basedir, path) ? relative(context.basedir, path) || '.' : path;
}

/** What a file command is about to do at a path. */
export interface PlaceWay {
  readonly use: PlaceUse;
  readonly lastLink?: LastLink;
  /** Whether what was begun there may be done again from its beginning. Default false. */
  readonly repeats?: boolean;
  /** False once the command is to end. */
  isRequired(): boolean;
}

/** What a file command does with its path, and how it names itself to the master. */
export interface FileWork extends PlaceWay {
  readonly name: string;
  readonly path: string;
  work(place: Place): Promise<void>;
}

/**
 * `atPlace` for a command: where the system has no descriptors left for the way there, or for work that
 * repeats, it waits until other commands give theirs back.
 */
export function atPlaceWithRoom<T>(
  context: CommandContext,
  path: string,
  { use, lastLink, repeats = false, isRequired }: PlaceWay,
  work: (place: Place) => Promise<T>,
): Promise<Outcome<T, string>> {
  const { clock, logger, commandId } = context;
  let hasArrived = false;
  const attempt = (): Promise<Outcome<T, string>> =>
    atPlace(context, path, { use, ...(lastLink && { lastLink }) }, (place) => {
      hasArrived = true;
      return work(place);
    });
  return untilRoom(attempt, {
    clock,
    isRequired: () => isRequired() && (repeats || !hasArrived),
    report: (sentence) => logger.log('warn', `command ${commandId}`, sentence),
  });
}

/**
 * Does something with a path that the worker's owner allows. True when it was done; otherwise the
 * header and the `rc` with the reason have been sent.
 */
export async function didFileWork(context: CommandContext, file: FileWork): Promise<boolean> {
  const { name, path } = file;
  try {
    const access = await atPlaceWithRoom(context, path, file, (place) => file.work(place));
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
