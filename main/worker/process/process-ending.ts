import type { Clock, Timer } from '../../lib/clock.ts';
import type { ProcessRequest } from './process-request.ts';
import type { Child } from './spawn/child.ts';
import type { ProcessTree } from './tree/process-tree.ts';

/** How long a signal may take to show. */
const PATIENCE_MS = 5_000;
/** How long the end of a process takes to be told once nobody waits for its pipes any more. */
const EXIT_NEWS_MS = 100;

interface Blow {
  readonly signal: string;
  readonly patienceMs: number;
}

/**
 * Ends a process and its tree: politely where the master wants that, then by KILL.
 *
 * Unlike the Python worker it never gives up before KILL was tried, whatever `interruptSignal` says.
 */
export class ProcessEnding {
  /** Settles when even KILL did not help. */
  readonly failed: Promise<void>;
  readonly #child: Child;
  readonly #tree: ProcessTree;
  readonly #clock: Clock;
  #fail: () => void = () => {};
  #timer: Timer | undefined;

  constructor(child: Child, tree: ProcessTree, clock: Clock) {
    this.#child = child;
    this.#tree = tree;
    this.#clock = clock;
    this.failed = new Promise((resolve) => {
      this.#fail = resolve;
    });
  }

  begin(request: ProcessRequest): void {
    this.#strike(blowsFrom(request));
  }

  /** The process has ended. */
  stop(): void {
    this.#timer?.cancel();
  }

  #strike([blow, ...rest]: readonly Blow[]): void {
    if (!blow) {
      this.#letGo();
      return;
    }
    this.#tree.signal(blow.signal);
    // What is left in the pipes is little, and the end of the process is behind it.
    if (rest.length === 0) this.#child.resume();
    this.#timer = this.#clock.setTimer(blow.patienceMs, () => this.#strike(rest));
  }

  /** The process may be gone while somebody out of reach still holds its pipes. */
  #letGo(): void {
    this.#child.letGo();
    this.#timer = this.#clock.setTimer(EXIT_NEWS_MS, this.#fail);
  }
}

function blowsFrom({ sigtermTimeSeconds, interruptSignal = 'KILL' }: ProcessRequest): Blow[] {
  const blows: Blow[] = [];
  if (sigtermTimeSeconds !== undefined) {
    blows.push({ signal: 'TERM', patienceMs: sigtermTimeSeconds * 1000 });
  }
  if (interruptSignal !== 'KILL') {
    blows.push({ signal: interruptSignal, patienceMs: PATIENCE_MS });
  }
  blows.push({ signal: 'KILL', patienceMs: PATIENCE_MS });
  return blows;
}
