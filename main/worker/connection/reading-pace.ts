import { LONGEST_TURN_MS, MOST_CALLS_UNDER_WAY, MOST_UNREAD_BYTES } from '../master-limits.ts';

/** What of a connection can be held back. */
export interface PacedTransport {
  readonly queuedBytes: number;
  stopReading(): void;
  readAgain(): void;
}

const LOOK_AGAIN_MS = 20;

/**
 * Reads no faster from a master than it is served: while its calls keep the process busy for too long at a
 * time, while too many of them wait for their answers, or while it does not take the answers, what it
 * sends stays with the system. Other workers of the process go on.
 */
export class ReadingPace {
  readonly #transport: PacedTransport;
  readonly #callsUnderWay: () => number;
  #busyMs = 0;
  #isHeld = false;
  #isTurnWatched = false;
  #isOver = false;

  constructor(transport: PacedTransport, callsUnderWay: () => number) {
    this.#transport = transport;
    this.#callsUnderWay = callsUnderWay;
  }

  /** Does what something that arrived asks for. */
  serve(work: () => void): void {
    const startMs = performance.now();
    try {
      work();
    } finally {
      this.#busyMs += performance.now() - startMs;
      this.#watchTurn();
      if (!this.#isHeld && this.#mustWait) this.#hold();
    }
  }

  dispose(): void {
    this.#isOver = true;
  }

  get #mustWait(): boolean {
    return this.#busyMs > LONGEST_TURN_MS || this.#isBehind;
  }

  get #isBehind(): boolean {
    return (
      this.#callsUnderWay() > MOST_CALLS_UNDER_WAY ||
      this.#transport.queuedBytes > MOST_UNREAD_BYTES
    );
  }

  #watchTurn(): void {
    if (this.#isTurnWatched) return;
    this.#isTurnWatched = true;
    setImmediate(() => {
      this.#isTurnWatched = false;
      this.#busyMs = 0;
    });
  }

  #hold(): void {
    this.#isHeld = true;
    this.#transport.stopReading();
    setImmediate(() => this.#look());
  }

  #look(): void {
    if (this.#isOver) return;
    if (this.#isBehind) {
      setTimeout(() => this.#look(), LOOK_AGAIN_MS);
      return;
    }
    this.#isHeld = false;
    this.#transport.readAgain();
  }
}
