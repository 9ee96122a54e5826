import { z } from 'zod';
import { EXTRA_NAMES, WORKER_SETTING_NAMES } from '../../worker-settings/settings-table.ts';
import { type ArgumentsOf, path, workerId } from './shapes.ts';

/** What values there are is for main to say, in words. */
const value = z.union([path, z.number(), z.boolean(), z.null()]);
const wish = z.strictObject({
  workerId,
  settings: z.partialRecord(z.enum(WORKER_SETTING_NAMES), value),
  extras: z.partialRecord(z.enum(EXTRA_NAMES), path.nullable()),
});

export const settingsArguments: ArgumentsOf<'settings'> = {
  'settings.load': workerId,
  'settings.preview': wish,
  'settings.save': wish.extend({ version: z.string().max(200) }),
};
