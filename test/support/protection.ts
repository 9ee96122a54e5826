import { protectionProblem } from '../../main/worker/protection/protection-problem.ts';
import { inEnglish } from './in-english.ts';
import { onlyIf } from './only-on.ts';

const missing = await protectionProblem('guarded');

/** For tests of protected builds. In CI they run in any case: what cannot be protected there fails. */
export const protectedBuilds = onlyIf(
  missing === undefined || process.env.CI !== undefined,
  missing === undefined ? '' : inEnglish(missing),
);
