import { z } from 'zod';
import { pageName } from '../pages.ts';
import { workerActionSchema } from '../worker/worker-request.ts';

/** What the user requests of the app as a whole. */
const appActionSchema = z.discriminatedUnion('kind', [
  /** At the page that was shown last, or at this one. */
  z.strictObject({ kind: z.literal('open-window'), page: pageName.exactOptional() }),
  z.strictObject({ kind: z.literal('cancel-rehearsal') }),
  z.strictObject({ kind: z.literal('quit') }),
]);

/** What the user requests by tray, window or desktop shortcut. */
export const actionSchema = z.discriminatedUnion('kind', [appActionSchema, workerActionSchema]);
export type Action = z.infer<typeof actionSchema>;
