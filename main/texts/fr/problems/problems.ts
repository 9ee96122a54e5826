import type { ProblemWords } from '../../problem-words.ts';
import { checks } from './checks.ts';
import { connectionString } from './connection-string.ts';
import { control } from './control.ts';
import { directory } from './directory.ts';
import { extras } from './extras.ts';
import { files } from './files.ts';
import { foreign } from './foreign.ts';
import { hostinfo } from './hostinfo.ts';
import { log } from './log.ts';
import { protection } from './protection.ts';
import { reaching } from './reaching.ts';
import { rehearsal } from './rehearsal.ts';
import { session } from './session.ts';
import { settings } from './settings.ts';
import { tac } from './tac.ts';
import { upgrade } from './upgrade.ts';

export const problems: ProblemWords = {
  checks,
  connectionString,
  control,
  directory,
  extras,
  files,
  foreign,
  hostinfo,
  log,
  protection,
  reaching,
  rehearsal,
  session,
  settings,
  tac,
  upgrade,
};
