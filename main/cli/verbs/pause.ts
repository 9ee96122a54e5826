import type { PausedUntil } from '../../contract/worker/worker-status.ts';
import { nextMorning } from '../../worker/next-morning.ts';
import { DIRECTORY } from '../program/rows.ts';
import { UsageError } from '../program/usage-error.ts';
import { verb } from '../program/verb.ts';
import { askWorker } from '../running-worker/ask-worker.ts';

const HOUR_MS = 3_600_000;
const MOST_HOURS = 10_000;

/** Lets running builds end, then stays away. */
export const pause = verb({
  name: 'pause',
  args: [DIRECTORY],
  options: [{ name: 'hours', value: 'number' }, { name: 'until-tomorrow' }],
  perform: async ([dir = '.'], options, terminal) => {
    const until = pauseEndFrom(options, Date.now());
    await askWorker(dir, { kind: 'pause', until });
    terminal.print(terminal.words.cli.verbs.pause.pauses);
    return 0;
  },
});

interface PauseOptions {
  readonly hours?: string;
  readonly untilTomorrow?: boolean;
}

/** Ms since 1970, or until somebody resumes it. Errors: UsageError. */
export function pauseEndFrom({ hours, untilTomorrow }: PauseOptions, now: number): PausedUntil {
  if (hours !== undefined && untilTomorrow) {
    throw new UsageError(({ cli }) =>
      cli.program.usage.excludeEachOther('--hours', '--until-tomorrow'),
    );
  }
  if (untilTomorrow) return nextMorning(now);
  if (hours === undefined) return 'resumed';
  const count = Number(hours);
  if (/^\d+(\.\d+)?$/.test(hours) && count > 0 && count <= MOST_HOURS) return now + count * HOUR_MS;
  throw new UsageError(({ cli }) => cli.verbs.pause.hoursNeedsNumber(hours));
}
