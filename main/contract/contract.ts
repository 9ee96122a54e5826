import { addWorkerContract } from './adding/add-worker-contract.ts';
import { appContract } from './app/app-contract.ts';
import { preferencesContract } from './app/preferences-contract.ts';
import { buildsContract } from './builds/builds-contract.ts';
import { hostinfoContract } from './hostinfo/hostinfo-contract.ts';
import { logContract } from './log/log-contract.ts';
import { rehearsalContract } from './rehearsal/rehearsal-contract.ts';
import { settingsContract } from './settings-contract.ts';
import { outputContract } from './worker/output-contract.ts';
import { workersContract } from './worker/workers-contract.ts';

/**
 * Everything that crosses between main and the windows, with the shapes that main takes; both ends derive
 * their types from it. A subject has a folder of its own here, and its handlers in `app/handlers`.
 *
 * Files with shapes load zod: windows import nothing but types from them.
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
