import { describe, expect, it } from 'vitest';
import type { Outgoing } from '../../../../../main/transport/outgoing.ts';
import { OutgoingProgress } from '../../../../../main/worker/connection/outgoing-progress.ts';

type Sent = readonly [written: number, queued: number, unacknowledged: number | undefined];

/** What each look finds. */
function looks(...all: readonly Sent[]): readonly boolean[] {
  const progress = new OutgoingProgress();
  return all.map(([writtenBytes, queuedBytes, unacknowledgedBytes]) => {
    const outgoing: Outgoing = { writtenBytes, queuedBytes, unacknowledgedBytes };
    return progress.look(outgoing);
  });
}

describe('OutgoingProgress', () => {
  it('sees nothing in fresh bytes that a system acknowledges at once', () => {
    expect(looks([100, 0, 0], [200, 0, 0], [300, 0, 0], [400, 0, 0])).not.toContain(true);
  });

  it('sees nothing in fresh bytes that are on their way at each look', () => {
    expect(looks([100, 0, 50], [200, 0, 50], [300, 0, 50], [400, 0, 50])).not.toContain(true);
  });

  it('sees nothing where nothing is taken any more', () => {
    expect(looks([900, 0, 0], [5000, 0, 900], [9000, 900, 4000], [9500, 1400, 4000])).not.toContain(
      true,
    );
  });

  it('sees a master that takes what had waited, a little at a time', () => {
    expect(looks([9000, 0, 8000], [9000, 0, 7000], [9000, 0, 6000])).toEqual([false, true, true]);
  });

  it('sees a master that takes all that had waited at once', () => {
    expect(looks([9000, 0, 8000], [9000, 0, 8000], [9000, 0, 0])).toEqual([false, false, true]);
  });

  it('sees a large write leave part after part, which this program learns of at its end', () => {
    expect(looks([9000, 5000, 4000], [9000, 5000, 3000], [9000, 5000, 4000])).toEqual([
      false,
      true,
      true,
    ]);
    expect(looks([9000, 5000, 4000], [9000, 5000, 4000])).toEqual([false, false]);
  });

  it("goes by this program's own queue where the system does not say", () => {
    expect(
      looks([9000, 8000, undefined], [9000, 8000, undefined], [9000, 6000, undefined]),
    ).toEqual([false, false, true]);
  });
});
