import { z } from 'zod';
import { CHANGE_EFFECTS } from '../worker-settings/setting-row.ts';
import { WORKER_SETTING_NAMES } from '../worker-settings/settings-table.ts';

/** What reading a directory anew has brought about. */
export const reloadedSchema = z.object({
  /** What differs from before, in the order of the table of settings. */
  changed: z.array(z.enum(WORKER_SETTING_NAMES)).readonly(),
  /** Whether `buildtray.json` says something else. */
  hasOtherExtras: z.boolean(),
  /** What it takes until the worker follows all that was ever read. */
  effect: z.enum(CHANGE_EFFECTS),
});
export type Reloaded = z.infer<typeof reloadedSchema>;
