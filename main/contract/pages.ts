import { z } from 'zod';
import { namesOf } from '../lib/names-of.ts';
import { addWorkerContract } from './adding/add-worker-contract.ts';
import { buildsContract } from './builds/builds-contract.ts';
import { hostinfoContract } from './hostinfo/hostinfo-contract.ts';
import { logContract } from './log/log-contract.ts';
import { overviewContract } from './overview-contract.ts';
import { preferencesContract } from './preferences-contract.ts';
import { rehearsalContract } from './rehearsal/rehearsal-contract.ts';
import { settingsContract } from './settings-contract.ts';

/** The pages of the window, each with what it asks of main. Its words have the same name. */
export const pageContracts = {
  overview: overviewContract,
  builds: buildsContract,
  hostinfo: hostinfoContract,
  log: logContract,
  settings: settingsContract,
  addWorker: addWorkerContract,
  rehearsal: rehearsalContract,
  preferences: preferencesContract,
} as const;
export type PageName = keyof typeof pageContracts;

export const pageName = z.enum(namesOf(pageContracts));
