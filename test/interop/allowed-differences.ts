import type { Difference } from './support/comparer.ts';

/** A difference from the Python worker that is meant; README.md tells each in a sentence. */
export interface AllowedDifference {
  /** The row of the table in README.md. */
  readonly name: string;
  readonly builder: RegExp;
  readonly where: RegExp;
  /** What the Python worker's master has there; absent: anything. */
  readonly reference?: RegExp;
  /** What ours must leave there; absent: anything. */
  readonly candidate?: RegExp;
}

export const ALLOWED_DIFFERENCES: readonly AllowedDifference[] = [];

export function isAllowed(difference: Difference): boolean {
  return ALLOWED_DIFFERENCES.some((allowed) => fits(allowed, difference));
}

function fits(allowed: AllowedDifference, difference: Difference): boolean {
  return (
    allowed.builder.test(difference.builder) &&
    allowed.where.test(difference.where) &&
    (allowed.reference?.test(difference.reference ?? '') ?? true) &&
    (allowed.candidate?.test(difference.candidate ?? '') ?? true)
  );
}
