export interface LivenessTimes {
  /** So long a silence, while the master owes something, leads to a probe. */
  readonly silenceMs: number;
  /** So long a probe may stay without a sign of life. */
  readonly answerMs: number;
  /** Between two looks; what a link may be noticed later by. */
  readonly lookMs: number;
}

/** A link that died is so noticed after 60 to 64 s. */
export const LIVENESS_TIMES: LivenessTimes = {
  silenceMs: 30_000,
  answerMs: 30_000,
  lookMs: 2_000,
};

/** What people are promised, some moments for a busy machine included. */
export const LONGEST_SILENCE_SECONDS = 65;

/** What was seen of a link since the look before. */
export interface Look {
  readonly elapsedMs: number;
  /** The master owes something: an answer, room for what is to be sent, the end of a drain. */
  readonly isOwed: boolean;
  /** Something arrived, or the master took bytes that it had kept waiting. */
  readonly isAlive: boolean;
}

/** `probe`: ask the master for a sign of life. `end`: the link is dead. */
export type Verdict = 'rest' | 'probe' | 'end';

/**
 * When a link is dead: the master owed something and showed no sign of life for `silenceMs`, was then
 * probed, and showed none for `answerMs`. The interval of keepalives has no part in it. It knows no
 * connection and no clock.
 */
export class Liveness {
  readonly #times: LivenessTimes;
  #silentMs = 0;
  /** At this much silence the link is dead; undefined until a probe was sent. */
  #endMs: number | undefined;

  constructor(times: LivenessTimes) {
    this.#times = times;
  }

  /** How long the master has owed something without a sign of life. */
  get silentMs(): number {
    return this.#silentMs;
  }

  look({ elapsedMs, isOwed, isAlive }: Look): Verdict {
    if (isAlive || (!isOwed && this.#endMs === undefined)) {
      this.#silentMs = 0;
      this.#endMs = undefined;
      return 'rest';
    }
    // While this program was stopped, or its machine slept, nobody listened: that is no silence.
    this.#silentMs += Math.min(elapsedMs, 2 * this.#times.lookMs);
    if (this.#endMs !== undefined) return this.#silentMs >= this.#endMs ? 'end' : 'rest';
    if (this.#silentMs < this.#times.silenceMs) return 'rest';
    this.probed(this.#times.answerMs);
    return 'probe';
  }

  /** A probe was sent; an earlier one's deadline stays, or a new probe would save a dead link. */
  probed(patienceMs: number): void {
    this.#endMs = Math.min(this.#endMs ?? Number.POSITIVE_INFINITY, this.#silentMs + patienceMs);
  }
}
