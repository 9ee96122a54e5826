import type { Sentences } from '../../../lib/sentences/sentences.ts';
import { checks } from './checks.ts';
import { directory } from './directory.ts';
import { extras } from './extras.ts';
import { hostinfo } from './hostinfo.ts';
import { reaching } from './reaching.ts';
import { session } from './session.ts';

export const sentences: Sentences = {
  ...reaching,
  ...session,
  ...checks,
  ...directory,
  ...hostinfo,
  ...extras,
};
