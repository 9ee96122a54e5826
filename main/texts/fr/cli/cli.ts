import type { cli as english } from '../../en/cli/cli.ts';
import { requestVerbs } from '../requests.ts';
import { program } from './program.ts';
import { runningWorker } from './running-worker.ts';
import { workerDirectory } from './shared.ts';
import { values } from './values.ts';
import { builds } from './verbs/builds.ts';
import { check } from './verbs/check.ts';
import { completion } from './verbs/completion.ts';
import { createWorker } from './verbs/create-worker.ts';
import { diagnose } from './verbs/diagnose.ts';
import { hostinfo } from './verbs/hostinfo.ts';
import { logs } from './verbs/logs.ts';
import { pause } from './verbs/pause.ts';
import { rehearse } from './verbs/rehearse.ts';
import { reload } from './verbs/reload.ts';
import { restart } from './verbs/restart.ts';
import { set } from './verbs/set.ts';
import { settings } from './verbs/settings.ts';
import { start } from './verbs/start.ts';
import { status } from './verbs/status.ts';
import { stop } from './verbs/stop.ts';
import { upgradeWorker } from './verbs/upgrade-worker.ts';

/** What only the command line prints. */
export const cli: typeof english = {
  program,
  values,
  runningWorker,
  /** By the command's name. */
  verbs: {
    'create-worker': createWorker,
    'upgrade-worker': upgradeWorker,
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
    ...requestVerbs(workerDirectory),
    check,
    diagnose,
    logs,
    rehearse,
    completion,
  },
};
