import type { CommandOutput, WorkerStatus } from '../../contract/worker/worker-status.ts';
import { WindowFeed, type WindowFeedOptions } from './window-feed.ts';

const MAX_CHARACTERS = 256 * 1024;

/** What commands print, for the window: the last of the builds that run now. */
export class OutputFeed extends WindowFeed<CommandOutput> {
  constructor(options: Pick<WindowFeedOptions<CommandOutput>, 'clock' | 'isWatched' | 'announce'>) {
    super({ ...options, limit: MAX_CHARACTERS, weigh: ({ text }) => text.length });
  }

  override add(output: CommandOutput): void {
    const text = output.text.slice(-MAX_CHARACTERS);
    super.add(text === output.text ? output : { ...output, text });
  }

  /** Forgets the output of builds that have ended. */
  follow(status: WorkerStatus): void {
    const running = buildersThatRun(status);
    this.keep(({ builderName }) => running.includes(builderName));
  }
}

function buildersThatRun(status: WorkerStatus): readonly string[] {
  if (status.kind !== 'building' && status.kind !== 'draining') return [];
  return [...status.builders, ...status.commands.map(({ builderName }) => builderName)];
}
