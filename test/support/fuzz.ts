/** How long a property marked by `fuzzed` is tried; unset: as often as it says. */
const seconds = Number(process.env.BUILDTRAY_FUZZ_SECONDS ?? 0);

/**
 * How often a property is tried: `numRuns` times, or with `BUILDTRAY_FUZZ_SECONDS` for so long. To run
 * one alone:
 *
 *     BUILDTRAY_FUZZ_SECONDS=600 npx vitest run FILE -t 'whatever' --testTimeout 900000
 */
export function fuzzed(numRuns: number) {
  if (seconds === 0) return { numRuns };
  return {
    numRuns: Number.MAX_SAFE_INTEGER,
    interruptAfterTimeLimit: seconds * 1000,
    markInterruptAsFailure: false,
  };
}
