import { z } from 'zod';
import { PAGE_NAMES } from '../../contract/app/page-name.ts';
import { PAUSE_LENGTHS } from '../../contract/worker/worker-request.ts';
import { type ArgumentsOf, nothing, workerId } from './shapes.ts';

const action = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('connect'), workerId }),
  z.strictObject({ kind: z.literal('disconnect'), workerId }),
  z.strictObject({ kind: z.literal('pause'), how: z.enum(PAUSE_LENGTHS), workerId }),
  z.strictObject({ kind: z.literal('resume'), workerId }),
  z.strictObject({ kind: z.literal('shut-down-gracefully'), workerId }),
  z.strictObject({ kind: z.literal('cancel-drain'), when: z.enum(['at-gap', 'now']), workerId }),
  z.strictObject({ kind: z.literal('stop-now'), workerId }),
  z.strictObject({ kind: z.literal('reconnect'), when: z.enum(['at-gap', 'now']), workerId }),
  z.strictObject({ kind: z.literal('restart'), when: z.enum(['at-gap', 'now']), workerId }),
  z.strictObject({ kind: z.literal('cancel-rehearsal') }),
  z.strictObject({ kind: z.literal('open-window'), page: z.enum(PAGE_NAMES).exactOptional() }),
  z.strictObject({ kind: z.literal('quit') }),
]);

export const appArguments: ArgumentsOf<'app'> = {
  'app.snapshot': nothing,
  'app.perform': action,
  'app.pageShown': z.strictObject({
    page: z.enum(PAGE_NAMES),
    workerId: workerId.or(z.undefined()),
  }),
};
