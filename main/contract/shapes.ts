import { z } from 'zod';

/** The argument of a call that takes none. */
export const nothing = z.void();

/** Stays the same as long as the app keeps this worker. */
export const workerId = z.string().min(1).max(100);
export type WorkerId = z.infer<typeof workerId>;

export const buildId = z.string().min(1).max(100);

/** Longer than any path of a system that we run on. */
export const path = z.string().max(32_768);
/** Whatever a person types into one line. */
export const line = z.string().max(1_000);
export const password = z.string().max(10_000);
