import { z } from 'zod';
import { BUILD_OUTCOMES } from '../../contract/builds/build-history.ts';
import { type ArgumentsOf, line, workerId } from './shapes.ts';

const buildId = z.string().min(1).max(100);

export const buildsArguments: ArgumentsOf<'builds'> = {
  'builds.find': z.strictObject({
    workerId,
    builderName: z.string().or(z.undefined()),
    outcome: z.enum(BUILD_OUTCOMES).or(z.undefined()),
    text: line,
    after: buildId.or(z.undefined()),
    limit: z.number().int().min(1).max(500),
  }),
  'builds.details': z.strictObject({ workerId, buildId }),
  'builds.estimates': workerId,
  'builds.clear': workerId,
};
