import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reconnectDelayMs } from '../../../../../main/worker/connection/reconnect-delay-ms.ts';

const ALMOST_ONE = 1 - Number.EPSILON;

describe('reconnectDelayMs', () => {
  it('doubles its bound from one second up to maxdelay', () => {
    const bounds = [1, 2, 3, 4, 10, 1000].map((failures) =>
      Math.round(reconnectDelayMs(failures, 300, undefined, ALMOST_ONE)),
    );
    expect(bounds).toEqual([1000, 2000, 4000, 8000, 300_000, 300_000]);
  });

  it('comes back about every second after a session was lost', () => {
    expect(reconnectDelayMs(12, 300, 60_000, 0)).toBe(500);
    expect(reconnectDelayMs(12, 300, 60_000, ALMOST_ONE)).toBeCloseTo(1500);
  });

  it('backs off once a lost master stays away for minutes', () => {
    expect(reconnectDelayMs(9, 300, 200_000, ALMOST_ONE)).toBeCloseTo(256_000);
  });

  it('never hammers and never waits longer than maxdelay', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 1, max: 100_000 }),
        fc.option(fc.integer({ min: 0, max: 1e9 }), { nil: undefined }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (failures, maxdelay, sinceLostMs, random) => {
          const delayMs = reconnectDelayMs(failures, maxdelay, sinceLostMs, random);
          return delayMs >= 500 && delayMs <= maxdelay * 1000;
        },
      ),
    );
  });
});
