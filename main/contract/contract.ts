import { addWorkerContract } from './adding/add-worker-contract.ts';
import { appContract } from './app/app-view.ts';
import { preferencesContract } from './app/preferences.ts';
import { buildsContract } from './builds/builds-contract.ts';
import { hostinfoContract } from './hostinfo/hostinfo-contract.ts';
import { logContract } from './log/log-contract.ts';
import { rehearsalContract } from './rehearsal/rehearsal-view.ts';
import { settingsContract } from './settings.ts';
import { outputContract } from './worker/output-contract.ts';
import { workersContract } from './worker/workers-contract.ts';

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
