import { checks } from './checks.ts';
import { connectionStrings } from './connection-strings.ts';
import { directory } from './directory.ts';
import { extras } from './extras.ts';
import { fileReasons } from './file-reasons.ts';
import { files } from './files.ts';
import { hostinfo } from './hostinfo.ts';
import { log } from './log.ts';
import { reaching } from './reaching.ts';
import { rehearsal } from './rehearsal.ts';
import { session } from './session.ts';
import { settings } from './settings.ts';
import { tac } from './tac.ts';
import { upgrade } from './upgrade.ts';
import { wanted } from './wanted.ts';

/**
 * What the worker's own parts say, in English: for the log, the command line and the masters, and the
 * pattern of every other language's.
 */
export const SENTENCES = {
  ...reaching,
  ...connectionStrings,
  ...session,
  ...checks,
  ...directory,
  ...files,
  ...fileReasons,
  ...settings,
  ...tac,
  ...wanted,
  ...upgrade,
  ...hostinfo,
  ...extras,
  ...log,
  ...rehearsal,
};

export type Sentences = typeof SENTENCES;
