import type { HiddenVerb } from '../program/program-for.ts';
import { RUN_IN_BACKGROUND, runInBackground } from '../worker-process/run-in-background.ts';

/** The worker that `start` leaves behind. */
export const runInBackgroundVerb: HiddenVerb = {
  name: RUN_IN_BACKGROUND,
  perform: (dir) => runInBackground(dir),
};
