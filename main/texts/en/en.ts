import { sayBy } from '../problem-words.ts';
import { addWorker } from './add-worker.ts';
import { builds } from './builds.ts';
import { common } from './common.ts';
import { format } from './format.ts';
import { hostinfo } from './hostinfo.ts';
import { log } from './log.ts';
import { notices } from './notices.ts';
import { overview } from './overview.ts';
import { preferences } from './preferences.ts';
import { problems } from './problems/problems.ts';
import { questions } from './questions.ts';
import { refusals } from './refusals.ts';
import { rehearsal } from './rehearsal.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { status } from './status.ts';
import { tray } from './tray.ts';
import { workers } from './workers.ts';

export const en = {
  /** A problem in words. */
  say: sayBy(problems),
  format,
  common,
  shell,
  status,
  refusals,
  tray,
  questions,
  notices,
  workers,
  overview,
  log,
  builds,
  hostinfo,
  settings,
  addWorker,
  preferences,
  rehearsal,
};
