import type { Expected, FileReason, Place } from '../../../contract/problems/facts.ts';
import { assertNever } from '../../../lib/assert-never.ts';

/** Why a file operation failed, in words after a colon. */
export function fileReasonText(reason: FileReason): string {
  switch (reason.kind) {
    case 'EACCES':
      return 'Zugriff verweigert (EACCES)';
    case 'EPERM':
      return 'das System lässt es nicht zu (EPERM)';
    case 'EROFS':
      return 'das Dateisystem ist schreibgeschützt (EROFS)';
    case 'ENOSPC':
      return 'der Datenträger ist voll (ENOSPC)';
    case 'EDQUOT':
      return 'das Speicherkontingent ist aufgebraucht (EDQUOT)';
    case 'ENOENT':
      return 'so eine Datei oder so ein Verzeichnis gibt es nicht (ENOENT)';
    case 'ENOTDIR':
      return 'ein Teil des Pfades ist kein Verzeichnis (ENOTDIR)';
    case 'EISDIR':
      return 'es ist ein Verzeichnis (EISDIR)';
    case 'EEXIST':
      return 'etwas mit diesem Namen gibt es dort schon (EEXIST)';
    case 'ELOOP':
      return 'seine symbolischen Verweise führen im Kreis (ELOOP)';
    case 'ENAMETOOLONG':
      return 'der Name ist zu lang (ENAMETOOLONG)';
    case 'EMFILE':
      return 'zu viele Dateien sind geöffnet (EMFILE)';
    case 'EIO':
      return 'der Datenträger meldet einen Fehler (EIO)';
    case 'not-a-directory':
      return 'es ist kein Verzeichnis';
    case 'not-a-file':
      return 'es ist keine gewöhnliche Datei';
    case 'not-utf-8':
      return 'es ist kein Text in UTF-8';
    case 'too-long':
      return `die Datei ist länger als ${reason.limitBytes} Bytes`;
    case 'parent-missing':
      return `${reason.parent} gibt es nicht`;
    case 'other':
      return reason.message;
    default:
      return assertNever(reason);
  }
}

/** A file, or a line of it, at the head of a sentence. */
export function placeText({ path, line }: Place): string {
  return line === undefined ? path : `${path} Zeile ${line}`;
}

/** What a value has to be, in words before "sein". */
export function expectedText(expected: Expected): string {
  switch (expected.kind) {
    case 'text':
      return 'ein Text';
    case 'line':
      return 'eine Zeile ohne Steuerzeichen';
    case 'switch':
      return 'True oder False';
    case 'range':
      return `eine Zahl von ${expected.min} bis ${expected.max}`;
    case 'seconds-above':
      return `eine Zahl in Sekunden, größer als ${expected.min}`;
    case 'host':
      return 'Name oder Adresse eines Rechners, ohne Port';
    case 'connection-string':
      return 'eine Verbindungszeichenfolge wie tls:host=ci.example.org:port=9989';
    case 'encoding':
      return 'der Name einer Kodierung wie utf-8';
    case 'path':
      return 'der ganze Pfad eines Verzeichnisses oder ein Punkt';
    case 'seconds-or-none':
      return 'eine Zahl in Sekunden oder None';
    case 'count':
      return `eine ganze Zahl, mindestens ${expected.min}, oder None`;
    case 'mask':
      return 'eine Zahl wie 0o22 oder None';
    case 'user':
      return 'ein Benutzername ohne Doppelpunkt';
    case 'object':
      return 'ein Objekt in geschweiften Klammern';
    case 'one-of':
      return oneOf([
        ...expected.values.map((value) => `'${value}'`),
        ...(expected.orNone ? ['None'] : []),
      ]);
    default:
      return assertNever(expected);
  }
}

function oneOf(values: readonly string[]): string {
  const [last = '', ...others] = values.toReversed();
  return others.length === 0 ? last : `${others.toReversed().join(', ')} oder ${last}`;
}
