import { z } from 'zod';
import type { Outcome } from '../../lib/outcome.ts';
import { announcement, answers, call } from '../entries.ts';
import { buildId, line, type WorkerId, workerId } from '../shapes.ts';
import {
  BUILD_OUTCOMES,
  type BuildDetails,
  type BuildEstimate,
  type BuildPage,
} from './build-history.ts';
import { type BuildDurations, type BuildTimeline, SPANS } from './build-pictures.ts';
import type { CommandText } from './kept-output.ts';

const buildFilter = z.strictObject({
  builderName: z.string().or(z.undefined()),
  outcome: z.enum(BUILD_OUTCOMES).or(z.undefined()),
  /** Found in builders, commands and directories, in any case; empty finds all. */
  text: line,
});
/** Which builds of the whole history are shown. */
export type BuildFilter = z.infer<typeof buildFilter>;

const buildQuery = buildFilter.extend({
  /** How many of the newest are skipped. */
  offset: z.number().int().min(0),
  limit: z.number().int().min(1).max(500),
});
export type BuildQuery = z.infer<typeof buildQuery>;

const timelineQuery = buildFilter.extend({
  /** Undefined for the shortest that shows something. */
  span: z.enum(SPANS).or(z.undefined()),
});
export type TimelineQuery = z.infer<typeof timelineQuery>;

const durationsQuery = buildFilter.extend({
  /** The builder whose builds are measured; undefined for the one that built most. */
  of: z.string().or(z.undefined()),
});
export type DurationsQuery = z.infer<typeof durationsQuery>;

const commandOfBuild = z.strictObject({ workerId, buildId, commandId: z.string().max(1_000) });
export type CommandOfBuild = z.infer<typeof commandOfBuild>;

/** What ran on this machine, kept by the app. */
export const buildsContract = {
  find: call(buildQuery.extend({ workerId }), answers<BuildPage>()),
  /** What ran when. */
  timeline: call(timelineQuery.extend({ workerId }), answers<BuildTimeline>()),
  /** How long the builds of one builder took. */
  durations: call(durationsQuery.extend({ workerId }), answers<BuildDurations>()),
  /** Undefined for a build that is no longer kept. */
  details: call(z.strictObject({ workerId, buildId }), answers<BuildDetails | undefined>()),
  /** What a command printed; undefined for what is not kept, or no longer. */
  output: call(commandOfBuild, answers<CommandText | undefined>()),
  /** Asks for a file, and writes it there as plain text. False when dismissed. Errors: a sentence. */
  saveOutput: call(commandOfBuild, answers<Outcome<boolean, string>>()),
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
