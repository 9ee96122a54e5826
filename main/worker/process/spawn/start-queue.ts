import type { Clock } from '../../../lib/clock.ts';
import { messageOf } from '../../../lib/message-of.ts';
import { isOutOfRoom, requireDescriptors } from '../../../system/descriptors/spare-descriptors.ts';
import { ChildStartError } from './child.ts';

/** How a start may wait. */
export interface StartTerms {
  readonly clock: Clock;
  /** False once the command is to end: it is then given up. */
  isRequired(): boolean;
  /** Takes a sentence, once, when it has to wait for room. */
  report(sentence: string): void;
}

/**
 * Descriptors that a start leaves to the worker itself, for its connection, its log and its looks at
 * what runs, on top of those for the pipes of one command.
 */
const SPARE_DESCRIPTORS = 12;
/** Other commands end meanwhile and give back what they had. A master waits longer than that. */
const PATIENCE_MS = 300_000;
const LOOK_MS = 50;

/**
 * Starts of processes, one at a time: each takes several descriptors, and of many that are in the middle
 * none might get its last. One for which there is no room waits until there is.
 */
class StartQueue {
  #last: Promise<unknown> = Promise.resolve();

  /** Errors: rejects as `start` does; with a ChildStartError where a lack of room lasts for minutes. */
  run<T>(start: () => Promise<T>, terms: StartTerms): Promise<T> {
    const untilMs = terms.clock.monotonicMs() + PATIENCE_MS;
    const run = this.#last.then(() => startWithRoom(start, terms, untilMs));
    this.#last = run.catch(() => {});
    return run;
  }
}

/** The one of this program: its processes share its descriptors. */
export const startQueue = new StartQueue();

async function startWithRoom<T>(
  start: () => Promise<T>,
  terms: StartTerms,
  untilMs: number,
): Promise<T> {
  const { clock } = terms;
  for (let tries = 1; ; tries += 1) {
    try {
      requireDescriptors(SPARE_DESCRIPTORS);
      return await start();
    } catch (error) {
      const isLate = clock.monotonicMs() >= untilMs;
      if (!isOutOfRoom(causeOf(error)) || isLate || !terms.isRequired()) throw startError(error);
      if (tries === 1) terms.report(waitingText(causeOf(error)));
      await new Promise<void>((look) => clock.setTimer(LOOK_MS, look));
    }
  }
}

function waitingText(error: unknown): string {
  return `waits until other commands leave room for it: ${messageOf(error)}`;
}

/** Those that start a process word their failures for the master. */
function causeOf(error: unknown): unknown {
  return error instanceof ChildStartError ? error.cause : error;
}

function startError(error: unknown): unknown {
  if (error instanceof ChildStartError || !isOutOfRoom(error)) return error;
  return new ChildStartError(`no room to start a program: ${messageOf(error)}`, { cause: error });
}
