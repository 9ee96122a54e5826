/** A signal that aborts with the given one, and by itself after `limitMs` at the latest. */
export function within(signal: AbortSignal, limitMs: number): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(limitMs)]);
}
