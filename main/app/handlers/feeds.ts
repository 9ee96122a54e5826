import type { ContractHandlers } from '../../contract/api.ts';
import type { WorkerFeeds } from '../../hosting/feeds/worker-feeds.ts';

/** What workers print, while windows look. */
export function feedHandlers(feeds: WorkerFeeds): Pick<ContractHandlers, 'output'> {
  return {
    output: { recent: (workerId) => feeds.recentOutput(workerId) },
  };
}
