import { z } from 'zod';
import type { CallArguments } from '../contract/api.ts';
import { PAUSE_LENGTHS } from '../contract/contract.ts';

const nothing = z.void();
/** Longer than any path of a system we run on. */
const path = z.string().max(32_768);

const action = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('connect') }),
  z.strictObject({ kind: z.literal('disconnect') }),
  z.strictObject({ kind: z.literal('pause'), how: z.enum(PAUSE_LENGTHS) }),
  z.strictObject({ kind: z.literal('resume') }),
  z.strictObject({ kind: z.literal('shut-down-gracefully') }),
  z.strictObject({ kind: z.literal('cancel-drain'), when: z.enum(['at-gap', 'now']) }),
  z.strictObject({ kind: z.literal('stop-now') }),
  z.strictObject({ kind: z.literal('open-window') }),
  z.strictObject({ kind: z.literal('quit') }),
]);

/** Loose where the form's own problems are told field by field. */
const draft = z.strictObject({
  host: z.string().max(1_000),
  port: z.number(),
  workerName: z.string().max(1_000),
  password: z.string().max(10_000),
  basedir: path,
});

/** What each call of the contract may be asked with. */
export const CALL_ARGUMENTS: {
  readonly [Channel in keyof CallArguments]: z.ZodType<CallArguments[Channel]>;
} = {
  'app.snapshot': nothing,
  'app.perform': action,
  'output.recent': nothing,
  'log.recent': nothing,
  'firstStart.addWorker': draft,
  'firstStart.openDirectory': path,
  'firstStart.chooseDirectory': nothing,
  'firstStart.suggestion': nothing,
};
