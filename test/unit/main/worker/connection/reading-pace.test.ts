import { describe, expect, it } from 'vitest';
import { ReadingPace } from '../../../../../main/worker/connection/reading-pace.ts';
import {
  LONGEST_TURN_MS,
  MOST_CALLS_UNDER_WAY,
  MOST_MESSAGES_A_TURN,
  MOST_UNREAD_BYTES,
} from '../../../../../main/worker/master-limits.ts';
import { waitFor } from '../../../../support/wait-for.ts';

/** A transport whose messages are numbers; `busy` of them take their time, `broken` are malformed. */
class PacedPipe {
  queuedBytes = 0;
  calls = 0;
  isRead = true;
  isOccupied = false;
  readonly served: number[] = [];
  readonly failures: unknown[] = [];
  busy: number | undefined;
  broken: number | undefined;
  readonly pace = new ReadingPace<number>({
    transport: this,
    callsUnderWay: () => this.calls,
    isOccupied: () => this.isOccupied,
    serve: (message) => this.#serve(message),
    failed: (error) => this.failures.push(error),
  });

  stopReading(): void {
    this.isRead = false;
  }

  readAgain(): void {
    this.isRead = true;
  }

  #serve(message: number): void {
    if (message === this.broken) throw new Error('malformed');
    this.served.push(message);
    if (message !== this.busy) return;
    const endMs = performance.now() + LONGEST_TURN_MS + 1;
    while (performance.now() < endMs);
  }
}

const many = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

describe('what a master sends', () => {
  it('waits, in its order, while its messages keep the process busy', async () => {
    const pipe = new PacedPipe();
    pipe.busy = 1;
    pipe.pace.received([0, 1, 2, 3]);
    pipe.pace.received([4]);
    expect([pipe.isRead, pipe.served]).toEqual([false, [0, 1]]);
    await waitFor(() => expect(pipe.isRead).toBe(true));
    expect(pipe.served).toEqual([0, 1, 2, 3, 4]);
  });

  it('waits where one chunk holds many messages, while others have their turns', async () => {
    const pipe = new PacedPipe();
    const all = many(3 * MOST_MESSAGES_A_TURN);
    pipe.pace.received(all);
    expect(pipe.served.length).toBe(MOST_MESSAGES_A_TURN);
    let turns = 0;
    while (pipe.served.length < all.length) {
      turns += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(turns).toBeGreaterThanOrEqual(2);
    expect(pipe.served).toEqual(all);
  });

  it.each(['calls', 'queuedBytes'] as const)('waits while its %s are too many', async (what) => {
    const pipe = new PacedPipe();
    pipe[what] = Math.max(MOST_CALLS_UNDER_WAY, MOST_UNREAD_BYTES) + 1;
    pipe.pace.received([0, 1]);
    expect([pipe.isRead, pipe.served]).toEqual([false, [0]]);
    pipe[what] = 0;
    await waitFor(() => expect(pipe.isRead).toBe(true));
    expect(pipe.served).toEqual([0, 1]);
  });

  it('waits while a large answer is being made', async () => {
    const pipe = new PacedPipe();
    pipe.isOccupied = true;
    pipe.pace.received([0, 1]);
    expect([pipe.isRead, pipe.served]).toEqual([false, [0]]);
    pipe.isOccupied = false;
    await waitFor(() => expect(pipe.isRead).toBe(true));
    expect(pipe.served).toEqual([0, 1]);
  });

  it('waits in no ordinary moment, and is dropped after the end', async () => {
    const pipe = new PacedPipe();
    pipe.pace.received([0, 1, 2]);
    expect([pipe.isRead, pipe.served]).toEqual([true, [0, 1, 2]]);
    pipe.calls = MOST_CALLS_UNDER_WAY + 1;
    pipe.pace.received([3, 4]);
    pipe.pace.dispose();
    pipe.calls = 0;
    await new Promise((resolve) => setImmediate(resolve));
    expect([pipe.isRead, pipe.served]).toEqual([false, [0, 1, 2, 3]]);
  });

  it('is not served after a message that was malformed, at once or later', async () => {
    const pipe = new PacedPipe();
    pipe.busy = 0;
    pipe.broken = 2;
    pipe.pace.received([0, 1, 2, 3]);
    await waitFor(() => expect(pipe.failures).toEqual([new Error('malformed')]));
    expect(pipe.served).toEqual([0, 1]);
  });
});
