import { z } from 'zod';
import { CHANGE_EFFECTS } from '../worker-settings/setting-row.ts';
import { WORKER_SETTING_NAMES } from '../worker-settings/settings-table.ts';

/** What reading a directory again has changed. */
export const reloadedSchema = z.object({
  /** What differs from before, in the order of the table of settings. */
  changed: z.array(z.enum(WORKER_SETTING_NAMES)).readonly(),
  /** Whether `buildtray.json` has changed. */
  hasOtherExtras: z.boolean(),
  /** What the worker needs until it follows all that was read so far. */
  effect: z.enum(CHANGE_EFFECTS),
});
export type Reloaded = z.infer<typeof reloadedSchema>;
