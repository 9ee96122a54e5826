import type { RunningEstimate } from '../../../main/contract/builds/builds-contract.ts';

/** How far a build is that runs. */
export interface BuildTiming {
  readonly elapsedMs: number;
  /** What builds like it usually take; undefined where there is none. */
  readonly usualMs: number | undefined;
  readonly leftMs: number;
  /** From 0 to 1; 0 where nothing is known. */
  readonly share: number;
  readonly isLong: boolean;
}

export function timingOf({ startedAt, estimate }: RunningEstimate, now: number): BuildTiming {
  const elapsedMs = Math.max(0, now - startedAt);
  const usualMs = estimate?.totalMs;
  if (usualMs === undefined) return { elapsedMs, usualMs, leftMs: 0, share: 0, isLong: false };
  const leftMs = Math.max(0, usualMs - elapsedMs);
  return { elapsedMs, usualMs, leftMs, share: 1 - leftMs / usualMs, isLong: leftMs === 0 };
}
