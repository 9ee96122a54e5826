import type { ContractHandlers } from '../../contract/api.ts';
import type { WorkerFeeds } from '../worker-feeds.ts';

/** What workers print and log, while windows look. */
export function feedHandlers(feeds: WorkerFeeds): Pick<ContractHandlers, 'output' | 'log'> {
  return {
    output: { recent: (workerId) => feeds.recentOutput(workerId) },
    log: { recent: (workerId) => feeds.recentLog(workerId) },
  };
}
