import type { WorkerRequest } from '../../contract/worker/worker-request.ts';
import { DIRECTORY } from '../program/rows.ts';
import { UsageError } from '../program/usage-error.ts';
import { verb } from '../program/verb.ts';
import { askWorker } from '../running-worker/ask-worker.ts';

const MOST_HOURS = 10_000;

/** Lets running builds end, then stays away. */
export const pause = verb({
  name: 'pause',
  args: [DIRECTORY],
  options: [{ name: 'hours', value: 'number' }, { name: 'until-tomorrow' }],
  perform: async ([dir = '.'], options, terminal) => {
    await askWorker(dir, { kind: 'pause', how: pauseLengthFrom(options) }, terminal);
    terminal.print(terminal.words.cli.verbs.pause.pauses);
    return 0;
  },
});

interface PauseOptions {
  readonly hours?: string;
  readonly untilTomorrow?: boolean;
}

type HowLong = Extract<WorkerRequest, { kind: 'pause' }>['how'];

/** The length that the options stand for. Errors: UsageError. */
export function pauseLengthFrom({ hours, untilTomorrow }: PauseOptions): HowLong {
  if (hours !== undefined && untilTomorrow) {
    throw new UsageError(({ cli }) => cli.program.usage.notTogether('--hours', '--until-tomorrow'));
  }
  if (untilTomorrow) return 'until-tomorrow';
  if (hours === undefined) return 'until-resumed';
  const count = Number(hours);
  if (/^\d+(\.\d+)?$/.test(hours) && count > 0 && count <= MOST_HOURS) return { hours: count };
  throw new UsageError(({ cli }) => cli.verbs.pause.hoursNeedsNumber(hours));
}
