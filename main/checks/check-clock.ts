import { problem } from '../contract/problem.ts';
import { type CheckResult, resultsOf } from './check.ts';

const result = resultsOf('clock');

/** Version control and compilers go by times: before this day no Buildtray was made. */
const EARLIEST = Date.UTC(2026, 0, 1);

/** Whether this machine's clock can be right. No master of either protocol reports its own time. */
export async function checkClock(now = Date.now()): Promise<CheckResult> {
  return now < EARLIEST
    ? result.failed(
        problem('checks.clockIsWrong', { day: new Date(now).toISOString().slice(0, 10) }),
        problem('checks.setClock'),
      )
    : result.skipped(problem('checks.clocksNotCompared'));
}
