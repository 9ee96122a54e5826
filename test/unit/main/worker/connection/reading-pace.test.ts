import { describe, expect, it } from 'vitest';
import { ReadingPace } from '../../../../../main/worker/connection/reading-pace.ts';
import {
  LONGEST_TURN_MS,
  MOST_CALLS_UNDER_WAY,
  MOST_UNREAD_BYTES,
} from '../../../../../main/worker/master-limits.ts';
import { waitFor } from '../../../../support/wait-for.ts';

class PacedPipe {
  queuedBytes = 0;
  calls = 0;
  isRead = true;
  readonly pace = new ReadingPace(this, () => this.calls);

  stopReading(): void {
    this.isRead = false;
  }

  readAgain(): void {
    this.isRead = true;
  }
}

describe('what a master sends is left with the system', () => {
  it('while its calls keep the process busy, until others had their turn', async () => {
    const pipe = new PacedPipe();
    pipe.pace.serve(() => {
      const endMs = performance.now() + LONGEST_TURN_MS + 1;
      while (performance.now() < endMs);
    });
    expect(pipe.isRead).toBe(false);
    await waitFor(() => expect(pipe.isRead).toBe(true));
  });

  it.each(['calls', 'queuedBytes'] as const)('while its %s are too many', async (what) => {
    const pipe = new PacedPipe();
    pipe[what] = Math.max(MOST_CALLS_UNDER_WAY, MOST_UNREAD_BYTES) + 1;
    pipe.pace.serve(() => {});
    expect(pipe.isRead).toBe(false);
    pipe[what] = 0;
    await waitFor(() => expect(pipe.isRead).toBe(true));
  });

  it('never in an ordinary moment, nor again after the end', async () => {
    const pipe = new PacedPipe();
    pipe.pace.serve(() => {});
    expect(pipe.isRead).toBe(true);
    pipe.calls = MOST_CALLS_UNDER_WAY + 1;
    pipe.pace.serve(() => {});
    pipe.pace.dispose();
    pipe.calls = 0;
    await new Promise((resolve) => setImmediate(resolve));
    expect(pipe.isRead).toBe(false);
  });

  it('after a call that failed, too', () => {
    const pipe = new PacedPipe();
    pipe.calls = MOST_CALLS_UNDER_WAY + 1;
    const failing = (): void =>
      pipe.pace.serve(() => {
        throw new Error('malformed');
      });
    expect(failing).toThrow('malformed');
    expect(pipe.isRead).toBe(false);
  });
});
