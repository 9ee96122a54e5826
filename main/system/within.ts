/** How long one try to reach a master may take. */
const LONGEST_MS = 15_000;

/** A signal that also aborts by itself. */
export function within(signal: AbortSignal, limitMs = LONGEST_MS): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(limitMs)]);
}
