import { codeOf, messageOf } from '../lib/message-of.ts';
import type { fileReasons } from '../lib/sentences/file-reasons.ts';
import { asFact, type Said, said } from '../lib/statement.ts';
import { ToldError } from '../lib/told-error.ts';

const REASONS: Readonly<Record<string, keyof typeof fileReasons>> = {
  EACCES: 'fileIsDenied',
  EPERM: 'fileIsForbidden',
  EROFS: 'fileSystemIsReadOnly',
  ENOSPC: 'diskIsFull',
  EDQUOT: 'diskQuotaIsUsedUp',
  ENOENT: 'fileIsMissing',
  ENOTDIR: 'parentIsNoDirectory',
  EISDIR: 'fileIsDirectory',
  EEXIST: 'fileIsThere',
  ELOOP: 'linksGoRound',
  ENAMETOOLONG: 'fileNameIsTooLong',
  EMFILE: 'tooManyFilesAreOpen',
  EIO: 'diskReportsError',
};

/** Why a file operation failed, to stand within a sentence after a colon. */
export function fileReason(error: unknown): string | Said {
  if (error instanceof ToldError) return asFact(error.told);
  const code = codeOf(error);
  const key = code === undefined ? undefined : REASONS[code];
  return key === undefined ? messageOf(error) : said(key);
}
