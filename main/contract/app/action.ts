import { z } from 'zod';
import { pageName } from '../pages.ts';
import { buildId, workerId } from '../shapes.ts';
import { workerActionSchema, workerRequestSchema } from '../worker/worker-request.ts';

/** What the user requests of the app as a whole. */
const appActionSchema = z.discriminatedUnion('kind', [
  /** At the page and the worker that were shown last, or at these; the page of builds with this one. */
  z.strictObject({
    kind: z.literal('open-window'),
    page: pageName.exactOptional(),
    workerId: workerId.exactOptional(),
    buildId: buildId.exactOptional(),
  }),
  /** A request to every worker that takes it now. */
  z.strictObject({ kind: z.literal('request-all'), request: workerRequestSchema }),
  z.strictObject({ kind: z.literal('cancel-rehearsal') }),
  z.strictObject({ kind: z.literal('quit') }),
]);

/** What the user requests by tray, window or desktop shortcut. */
export const actionSchema = z.discriminatedUnion('kind', [appActionSchema, workerActionSchema]);
export type Action = z.infer<typeof actionSchema>;
