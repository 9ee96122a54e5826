import { z } from 'zod';
import type { CallArguments } from '../../contract/api.ts';

/** What the calls of one subject may be asked with. */
export type ArgumentsOf<Subject extends string> = {
  readonly [Channel in keyof CallArguments as Channel extends `${Subject}.${string}`
    ? Channel
    : never]: z.ZodType<CallArguments[Channel]>;
};

export const nothing = z.void();
/** Longer than any path of a system we run on. */
export const path = z.string().max(32_768);
export const workerId = z.string().min(1).max(100);
/** Anything that a person types into one line. */
export const line = z.string().max(1_000);
export const password = z.string().max(10_000);
