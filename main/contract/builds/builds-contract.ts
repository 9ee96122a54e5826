import type { Outcome } from '../../lib/outcome.ts';
import { call, event } from '../entries.ts';
import type { WorkerId } from '../worker/workers-contract.ts';
import type { BuildDetails, BuildEstimate, BuildPage, BuildQuery } from './build-history.ts';

/** What ran on this machine, kept by the app. */
export const buildsContract = {
  find: call<WorkerBuildQuery, BuildPage>(),
  /** Undefined for a build that is no longer kept. */
  details: call<BuildPlace, BuildDetails | undefined>(),
  /** Builds or commands of this worker have come or changed. */
  changed: event<WorkerId>(),
  /** How long the builds that run now will take. */
  estimates: call<WorkerId, readonly RunningEstimate[]>(),
  /** Forgets every build but those that run; how many. Errors: a sentence. */
  clear: call<WorkerId, Outcome<number, string>>(),
};

export interface WorkerBuildQuery extends BuildQuery {
  readonly workerId: WorkerId;
}

export interface BuildPlace {
  readonly workerId: WorkerId;
  readonly buildId: string;
}

export interface RunningEstimate {
  readonly builderName: string;
  /** Ms since 1970. */
  readonly startedAt: number;
  /** Undefined where no earlier build tells. */
  readonly estimate: BuildEstimate | undefined;
}
