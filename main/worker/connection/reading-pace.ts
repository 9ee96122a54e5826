import {
  LONGEST_TURN_MS,
  MOST_CALLS_UNDER_WAY,
  MOST_MESSAGES_A_TURN,
  MOST_UNREAD_BYTES,
} from '../master-limits.ts';

/** What of a connection can be held back. */
export interface PacedTransport {
  readonly queuedBytes: number;
  stopReading(): void;
  readAgain(): void;
}

export interface ReadingPaceOptions<Message> {
  readonly transport: PacedTransport;
  readonly callsUnderWay: () => number;
  /** Whether a call is under way whose answer is so large that no other may be beside it. */
  readonly isOccupied: () => boolean;
  /** Does what a message asks for. */
  readonly serve: (message: Message) => void;
  /** What `serve` threw; no message is served after it. */
  readonly failed: (error: unknown) => void;
}

const LOOK_AGAIN_MS = 5;

/**
 * Reads no faster from a master than it is served: while its messages keep the process busy for too long at
 * a time, while too many of its calls wait for their answers, or while it does not take the answers, what it
 * sends waits. Other workers of the process go on.
 */
export class ReadingPace<Message> {
  readonly #options: ReadingPaceOptions<Message>;
  #waiting: Message[] = [];
  #busyMs = 0;
  #servedInTurn = 0;
  #isHeld = false;
  #isTurnWatched = false;
  #isOver = false;

  constructor(options: ReadingPaceOptions<Message>) {
    this.#options = options;
  }

  /** Serves what has arrived, one after the other: now, or as soon as that may be. */
  received(messages: readonly Message[]): void {
    if (this.#isHeld) this.#waiting.push(...messages);
    else this.#serveAll(messages);
  }

  /** What waits is dropped. */
  dispose(): void {
    this.#isOver = true;
    this.#waiting = [];
  }

  #serveAll(messages: readonly Message[]): void {
    this.#watchTurn();
    for (const [at, message] of messages.entries()) {
      if (this.#isOver || !this.#serve(message)) return;
      if (!this.#mustWait) continue;
      this.#waiting = messages.slice(at + 1);
      this.#hold();
      return;
    }
  }

  /** Whether it was served. */
  #serve(message: Message): boolean {
    const startMs = performance.now();
    try {
      this.#options.serve(message);
      return true;
    } catch (error) {
      this.dispose();
      this.#options.failed(error);
      return false;
    } finally {
      this.#busyMs += performance.now() - startMs;
      this.#servedInTurn += 1;
    }
  }

  /** By their number, too: what a call does after its first promise is not seen in its time. */
  get #mustWait(): boolean {
    return (
      this.#busyMs > LONGEST_TURN_MS || this.#servedInTurn >= MOST_MESSAGES_A_TURN || this.#isBehind
    );
  }

  get #isBehind(): boolean {
    const { transport, callsUnderWay, isOccupied } = this.#options;
    if (isOccupied()) return true;
    return callsUnderWay() > MOST_CALLS_UNDER_WAY || transport.queuedBytes > MOST_UNREAD_BYTES;
  }

  #watchTurn(): void {
    if (this.#isTurnWatched) return;
    this.#isTurnWatched = true;
    setImmediate(() => {
      this.#isTurnWatched = false;
      this.#busyMs = 0;
      this.#servedInTurn = 0;
    });
  }

  #hold(): void {
    if (this.#isHeld) return;
    this.#isHeld = true;
    this.#options.transport.stopReading();
    setImmediate(() => this.#look());
  }

  #look(): void {
    if (this.#isOver) return;
    if (this.#isBehind) {
      setTimeout(() => this.#look(), LOOK_AGAIN_MS);
      return;
    }
    this.#isHeld = false;
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#serveAll(waiting);
    if (!this.#isHeld) this.#options.transport.readAgain();
  }
}
