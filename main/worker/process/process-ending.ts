import type { Clock, Timer } from '../../lib/clock.ts';
import type { ProcessTree } from '../process-tree.ts';
import type { ProcessRequest } from './process-request.ts';
import type { Child } from './spawn/child.ts';

/** How long a signal may take to show. */
const PATIENCE_MS = 5_000;
/** How long the end of a process takes to be reported once its pipes are no longer waited for. */
const EXIT_REPORT_MS = 100;

interface Attempt {
  readonly signal: string;
  readonly patienceMs: number;
}

const BY_FORCE: Attempt = { signal: 'KILL', patienceMs: PATIENCE_MS };

/**
 * Ends a process and its tree: politely where the master asks for that, then by KILL.
 *
 * Unlike the Python worker it never gives up before KILL was tried, whatever `interruptSignal` is.
 */
export class ProcessEnding {
  /** Settles when even KILL did not help. */
  readonly failed: Promise<void>;
  readonly #child: Child;
  readonly #tree: ProcessTree;
  readonly #clock: Clock;
  #fail: () => void = () => {};
  #timer: Timer | undefined;
  #isHurried = false;

  constructor(child: Child, tree: ProcessTree, clock: Clock) {
    this.#child = child;
    this.#tree = tree;
    this.#clock = clock;
    this.failed = new Promise((resolve) => {
      this.#fail = resolve;
    });
  }

  begin(request: ProcessRequest): void {
    this.#attempt(attemptsFrom(request));
  }

  /** Gives it no more time to end by itself. */
  hurry(): void {
    if (this.#isHurried) return;
    this.#isHurried = true;
    this.#timer?.cancel();
    this.#attempt([BY_FORCE]);
  }

  /** The process has ended. */
  stop(): void {
    this.#timer?.cancel();
  }

  #attempt([attempt, ...rest]: readonly Attempt[]): void {
    if (!attempt) {
      this.#letGo();
      return;
    }
    this.#tree.signal(attempt.signal);
    // What is left in the pipes is little, and the end of the process comes after it.
    if (rest.length === 0) this.#child.resume();
    this.#timer = this.#clock.setTimer(attempt.patienceMs, () => this.#attempt(rest));
  }

  /** The process may be gone while another one out of reach still holds its pipes. */
  #letGo(): void {
    this.#child.letGo();
    this.#timer = this.#clock.setTimer(EXIT_REPORT_MS, this.#fail);
  }
}

function attemptsFrom({ sigtermTimeSeconds, interruptSignal = 'KILL' }: ProcessRequest): Attempt[] {
  const attempts: Attempt[] = [];
  if (sigtermTimeSeconds !== undefined) {
    attempts.push({ signal: 'TERM', patienceMs: sigtermTimeSeconds * 1000 });
  }
  if (interruptSignal !== 'KILL') {
    attempts.push({ signal: interruptSignal, patienceMs: PATIENCE_MS });
  }
  attempts.push(BY_FORCE);
  return attempts;
}
