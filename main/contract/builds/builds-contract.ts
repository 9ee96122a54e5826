import { z } from 'zod';
import type { Outcome } from '../../lib/outcome.ts';
import { announcement, answers, call } from '../entries.ts';
import { line, type WorkerId, workerId } from '../shapes.ts';
import {
  BUILD_OUTCOMES,
  type BuildDetails,
  type BuildEstimate,
  type BuildPage,
} from './build-history.ts';

const buildId = z.string().min(1).max(100);

const buildQuery = z.strictObject({
  workerId,
  builderName: z.string().or(z.undefined()),
  outcome: z.enum(BUILD_OUTCOMES).or(z.undefined()),
  /** Found in builders, commands and directories, in any case; empty finds all. */
  text: line,
  /** The last build of the page before. */
  after: buildId.or(z.undefined()),
  limit: z.number().int().min(1).max(500),
});
export type BuildQuery = Omit<z.infer<typeof buildQuery>, 'workerId'>;

/** What ran on this machine, kept by the app. */
export const buildsContract = {
  find: call(buildQuery, answers<BuildPage>()),
  /** Undefined for a build that is no longer kept. */
  details: call(z.strictObject({ workerId, buildId }), answers<BuildDetails | undefined>()),
  /** Builds or commands of this worker have come or changed. */
  changed: announcement<WorkerId>(),
  /** How long the builds that run now will take. */
  estimates: call(workerId, answers<readonly RunningEstimate[]>()),
  /** Forgets every build but those that run; how many. Errors: a sentence. */
  clear: call(workerId, answers<Outcome<number, string>>()),
};

export interface RunningEstimate {
  readonly builderName: string;
  /** Ms since 1970. */
  readonly startedAt: number;
  /** Undefined where there is no earlier build to go by. */
  readonly estimate: BuildEstimate | undefined;
}
