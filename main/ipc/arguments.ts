import type { z } from 'zod';
import type { CallArguments } from '../contract/api.ts';
import { addWorkerArguments } from './arguments/add-worker.ts';
import { appArguments } from './arguments/app.ts';
import { buildsArguments } from './arguments/builds.ts';
import { feedArguments } from './arguments/feeds.ts';
import { hostinfoArguments } from './arguments/hostinfo.ts';
import { logArguments } from './arguments/log.ts';
import { preferencesArguments } from './arguments/preferences.ts';
import { rehearsalArguments } from './arguments/rehearsal.ts';
import { settingsArguments } from './arguments/settings.ts';
import { workersArguments } from './arguments/workers.ts';

/** What each call of the contract may be asked with. */
export const CALL_ARGUMENTS: {
  readonly [Channel in keyof CallArguments]: z.ZodType<CallArguments[Channel]>;
} = {
  ...appArguments,
  ...workersArguments,
  ...feedArguments,
  ...logArguments,
  ...buildsArguments,
  ...hostinfoArguments,
  ...settingsArguments,
  ...addWorkerArguments,
  ...preferencesArguments,
  ...rehearsalArguments,
};
