import { messageOf } from '../../../lib/message-of.ts';
import { isOutOfRoom, requireDescriptors } from '../../../system/descriptors/spare-descriptors.ts';
import { ROOM_PATIENCE_MS, type RoomTerms, untilRoom } from '../../until-room.ts';
import { ChildStartError } from './child.ts';

/**
 * Descriptors that a start leaves to the worker itself, for its connection, its log and its looks at
 * what runs, on top of those for the pipes of one command.
 */
const SPARE_DESCRIPTORS = 12;

/**
 * Starts of processes, one at a time: each takes several descriptors, and of many that are in the middle
 * none might get its last. One for which there is no room waits until there is.
 */
class StartQueue {
  #last: Promise<unknown> = Promise.resolve();

  /** Errors: rejects as `start` does; with a ChildStartError where a lack of room lasts for minutes. */
  run<T>(start: () => Promise<T>, terms: RoomTerms): Promise<T> {
    const untilMs = terms.clock.monotonicMs() + ROOM_PATIENCE_MS;
    const run = this.#last.then(() => startWithRoom(start, terms, untilMs));
    this.#last = run.catch(() => {});
    return run;
  }
}

/** The one of this program: its processes share its descriptors. */
export const startQueue = new StartQueue();

async function startWithRoom<T>(
  start: () => Promise<T>,
  terms: RoomTerms,
  untilMs: number,
): Promise<T> {
  const attempt = async (): Promise<T> => {
    requireDescriptors(SPARE_DESCRIPTORS);
    return start();
  };
  try {
    return await untilRoom(attempt, terms, untilMs);
  } catch (error) {
    if (error instanceof ChildStartError || !isOutOfRoom(error)) throw error;
    throw new ChildStartError(`no room to start a program: ${messageOf(error)}`, { cause: error });
  }
}
