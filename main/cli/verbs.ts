import type { Verb } from './program/verb.ts';
import { builds } from './verbs/builds.ts';
import { check } from './verbs/check.ts';
import { completionVerb } from './verbs/completion.ts';
import { createWorker } from './verbs/create-worker.ts';
import { diagnose } from './verbs/diagnose.ts';
import { hostinfo } from './verbs/hostinfo.ts';
import { logs } from './verbs/logs.ts';
import { pause } from './verbs/pause.ts';
import { rehearse } from './verbs/rehearse.ts';
import { reload } from './verbs/reload.ts';
import { requestVerbs } from './verbs/request-verbs.ts';
import { restart } from './verbs/restart.ts';
import { set } from './verbs/set.ts';
import { settings } from './verbs/settings.ts';
import { start } from './verbs/start.ts';
import { status } from './verbs/status.ts';
import { stop } from './verbs/stop.ts';
import { upgradeWorker } from './verbs/upgrade-worker.ts';

/** What `buildtray` does, in the order of the help. */
export const verbs: readonly Verb[] = [
  createWorker,
  upgradeWorker,
  start,
  stop,
  restart,
  settings,
  set,
  reload,
  hostinfo,
  status,
  builds,
  pause,
  ...requestVerbs,
  check,
  diagnose,
  logs,
  rehearse,
  completionVerb(() => verbs),
];
