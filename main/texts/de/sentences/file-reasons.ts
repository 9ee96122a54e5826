import type { fileReasons as english } from '../../../lib/sentences/file-reasons.ts';

export const fileReasons: typeof english = {
  fileIsDenied: () => 'Zugriff verweigert (EACCES)',
  fileIsForbidden: () => 'das System lässt es nicht zu (EPERM)',
  fileSystemIsReadOnly: () => 'das Dateisystem ist schreibgeschützt (EROFS)',
  diskIsFull: () => 'der Datenträger ist voll (ENOSPC)',
  diskQuotaIsUsedUp: () => 'das Speicherkontingent ist aufgebraucht (EDQUOT)',
  fileIsMissing: () => 'so eine Datei oder so ein Verzeichnis gibt es nicht (ENOENT)',
  parentIsNoDirectory: () => 'ein Teil des Pfades ist kein Verzeichnis (ENOTDIR)',
  fileIsDirectory: () => 'es ist ein Verzeichnis (EISDIR)',
  fileIsThere: () => 'etwas mit diesem Namen gibt es dort schon (EEXIST)',
  linksGoRound: () => 'seine symbolischen Verweise führen im Kreis (ELOOP)',
  fileNameIsTooLong: () => 'der Name ist zu lang (ENAMETOOLONG)',
  tooManyFilesAreOpen: () => 'zu viele Dateien sind geöffnet (EMFILE)',
  diskReportsError: () => 'der Datenträger meldet einen Fehler (EIO)',
};
