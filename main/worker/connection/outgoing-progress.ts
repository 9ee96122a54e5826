import type { Outgoing } from '../../transport/outgoing.ts';

/**
 * Distinguishes a master that reads slowly from one that does not read: by whether it takes what it
 * had kept waiting.
 *
 * That a system acknowledges fresh bytes proves nothing of the program there: it does so for a stopped
 * one until its buffer is full. So only bytes count that waited from one look to the next.
 */
export class OutgoingProgress {
  #last: Outgoing | undefined;
  #takenBytes = 0;
  /** What had been written when nothing older was waiting. */
  #markBytes = 0;
  #isHeldBack = false;

  /** Whether the other end has taken bytes since the last look that had waited there before. */
  look(outgoing: Outgoing): boolean {
    const last = this.#last;
    this.#last = outgoing;
    const takenBytes = takenOf(outgoing);
    const wasHeldBack = this.#isHeldBack;
    this.#isHeldBack = last !== undefined && takenBytes < this.#markBytes;
    if (!this.#isHeldBack) this.#markBytes = outgoing.writtenBytes;
    const hasTaken = takenBytes > this.#takenBytes;
    this.#takenBytes = Math.max(takenBytes, this.#takenBytes);
    if (last === undefined) return false;
    return (hasTaken && (wasHeldBack || this.#isHeldBack)) || hasMadeRoom(last, outgoing);
  }
}

function takenOf({ writtenBytes, queuedBytes, unacknowledgedBytes = 0 }: Outgoing): number {
  return writtenBytes - queuedBytes - unacknowledgedBytes;
}

/** Of a large write the system takes part after part, and this program sees only its end. */
function hasMadeRoom(last: Outgoing, now: Outgoing): boolean {
  return last.queuedBytes > 0 && last.unacknowledgedBytes !== now.unacknowledgedBytes;
}
