import { describe, expect, it } from 'vitest';
import {
  LIVENESS_TIMES,
  Liveness,
  type LivenessTimes,
  type Look,
  type Verdict,
} from '../../../../../main/worker/connection/liveness.ts';

/** What a link shows, second by second; `life` and `debt` are asked for each. */
interface Course {
  readonly life?: (second: number) => boolean;
  readonly debt?: (second: number) => boolean;
}

const times: LivenessTimes = { ...LIVENESS_TIMES, lookMs: 1_000 };

/** When the link was probed and when it was dropped, in seconds; looked at each second. */
function courseOf({ life = () => false, debt = () => true }: Course, seconds = 300) {
  const liveness = new Liveness(times);
  const found: Record<Exclude<Verdict, 'rest'>, number[]> = { probe: [], end: [] };
  for (let second = 1; second <= seconds && found.end.length === 0; second += 1) {
    const look: Look = { elapsedMs: 1000, isOwed: debt(second), isAlive: life(second) };
    const verdict = liveness.look(look);
    if (verdict !== 'rest') found[verdict].push(second);
  }
  return found;
}

describe('Liveness', () => {
  it('probes after 30 s of silence on a debt, and ends the link 30 s later', () => {
    expect(courseOf({})).toEqual({ probe: [30], end: [60] });
  });

  it('never probes where nothing is owed, however long it is silent', () => {
    expect(courseOf({ debt: () => false })).toEqual({ probe: [], end: [] });
  });

  it('counts silence from when the debt began', () => {
    expect(courseOf({ debt: (second) => second > 100 })).toEqual({ probe: [130], end: [160] });
  });

  it('counts again when a debt was paid and another made', () => {
    const debt = (second: number): boolean => second !== 29;
    expect(courseOf({ debt })).toEqual({ probe: [59], end: [89] });
  });

  it('keeps a link that shows life at least every 30 s, for ever', () => {
    expect(courseOf({ life: (second) => second % 29 === 0 })).toEqual({ probe: [], end: [] });
  });

  it('keeps a master that was busy for 40 s, and for 59 s', () => {
    expect(courseOf({ life: (second) => second % 40 === 0 }, 200)).toEqual({
      probe: [30, 70, 110, 150, 190],
      end: [],
    });
    expect(courseOf({ life: (second) => second % 59 === 0 }, 200).end).toEqual([]);
  });

  it('ends the link at the time of the probe even where the debt is gone meanwhile', () => {
    expect(courseOf({ debt: (second) => second <= 30 })).toEqual({ probe: [30], end: [60] });
  });

  it('takes a life after the probe for an answer, and begins again', () => {
    expect(courseOf({ life: (second) => second === 45 })).toEqual({ probe: [30, 75], end: [105] });
  });

  it('counts no silence while this program was stopped', () => {
    const liveness = new Liveness(times);
    for (let hour = 0; hour < 14; hour += 1) {
      expect(liveness.look({ elapsedMs: 3_600_000, isOwed: true, isAlive: false })).toBe('rest');
    }
    expect(liveness.look({ elapsedMs: 3_600_000, isOwed: true, isAlive: false })).toBe('probe');
  });

  it('is notified of a probe with less patience, which a later one does not lengthen', () => {
    const liveness = new Liveness(times);
    const look: Look = { elapsedMs: 1000, isOwed: false, isAlive: false };
    liveness.probed(10_000);
    for (let second = 1; second < 10; second += 1) {
      expect(liveness.look(look)).toBe('rest');
      if (second === 5) liveness.probed(30_000);
    }
    expect(liveness.look(look)).toBe('end');
  });
});
