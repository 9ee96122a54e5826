import type { Clock } from '../lib/clock.ts';
import { messageOf } from '../lib/message-of.ts';
import { isOutOfRoom } from '../system/descriptors/spare-descriptors.ts';

/** How something may wait for room. */
export interface RoomTerms {
  readonly clock: Clock;
  /** False once it need not be done any more: it is then given up. */
  isRequired(): boolean;
  /** Takes a sentence, once, when it has to wait. */
  report(sentence: string): void;
}

/** Other commands end meanwhile and give back what they had. A master waits longer than that. */
export const ROOM_PATIENCE_MS = 300_000;
const LOOK_MS = 50;

/**
 * Tries something again while the system has no room for it: for a descriptor, or for a process. Each try
 * has to give back what it took.
 *
 * Errors: rejects as `attempt` does: at once for any other reason, and where the lack lasts until `untilMs`
 *         of the monotonic clock.
 */
export async function untilRoom<T>(
  attempt: () => Promise<T>,
  terms: RoomTerms,
  untilMs = terms.clock.monotonicMs() + ROOM_PATIENCE_MS,
): Promise<T> {
  const { clock } = terms;
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      const lack = lackOf(error);
      const isLate = clock.monotonicMs() >= untilMs;
      if (lack === undefined || isLate || !terms.isRequired()) throw error;
      if (tries === 1)
        terms.report(`waits until other commands leave room for it: ${messageOf(lack)}`);
      await new Promise<void>((look) => clock.setTimer(LOOK_MS, look));
    }
  }
}

/** The lack of room that an error is, or that it words for people; undefined for any other. */
function lackOf(error: unknown): unknown {
  if (isOutOfRoom(error)) return error;
  const cause = error instanceof Error ? error.cause : undefined;
  return isOutOfRoom(cause) ? cause : undefined;
}
