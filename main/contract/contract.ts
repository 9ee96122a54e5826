import { addWorkerContract } from './add-worker.ts';
import { appContract } from './app.ts';
import { buildsContract } from './builds.ts';
import { hostinfoContract } from './hostinfo.ts';
import { logContract } from './log.ts';
import { outputContract } from './output.ts';
import { preferencesContract } from './preferences.ts';
import { rehearsalContract } from './rehearsal.ts';
import { settingsContract } from './settings.ts';
import { workersContract } from './workers.ts';

/**
 * Everything that crosses between main and the windows; both ends derive their types from it. A subject
 * has a file of its own here, its arguments in `ipc/arguments`, its handlers in `app/handlers`.
 */
export const contract = {
  app: appContract,
  workers: workersContract,
  output: outputContract,
  log: logContract,
  builds: buildsContract,
  hostinfo: hostinfoContract,
  settings: settingsContract,
  addWorker: addWorkerContract,
  preferences: preferencesContract,
  rehearsal: rehearsalContract,
} as const;
