import { checks } from './checks.ts';
import { directory } from './directory.ts';
import { extras } from './extras.ts';
import { hostinfo } from './hostinfo.ts';
import { reaching } from './reaching.ts';
import { session } from './session.ts';

/**
 * What the worker's own parts say, in English: for the log, the command line and the masters, and the
 * pattern of every other language's.
 */
export const SENTENCES = {
  ...reaching,
  ...session,
  ...checks,
  ...directory,
  ...hostinfo,
  ...extras,
};

export type Sentences = typeof SENTENCES;
