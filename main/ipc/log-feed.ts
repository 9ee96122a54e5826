import type { LogLine } from '../contract/log.ts';
import { WindowFeed, type WindowFeedOptions } from './window-feed.ts';

export const MAX_LOG_LINES = 500;

/** The worker's log lines, for the window. */
export class LogFeed extends WindowFeed<LogLine> {
  constructor(options: Pick<WindowFeedOptions<LogLine>, 'clock' | 'isWatched' | 'announce'>) {
    super({ ...options, limit: MAX_LOG_LINES, weigh: () => 1 });
  }
}
