import type { Origin } from '../../../contract/problems/facts.ts';
import type { OwnEffect, PlaceRemedy, Substitute } from '../../../contract/problems/tac.ts';
import { assertNever } from '../../../lib/assert-never.ts';
import type { WordsOf } from '../../problem-words.ts';
import { expectedText, placeText } from './facts.ts';

export const tac: WordsOf<'tac'> = {
  unusable: ({ path }) => `${path} lässt sich nicht verwenden.`,
  tooLarge: ({ path }) => `${path} ist zu groß für die Einstellungen eines Workers.`,
  lacksSign: ({ path }) =>
    `${path} lässt sich nicht schreiben: Die Datei ist in latin-1 kodiert, und darin fehlt ein Zeichen des neuen Wertes; speichern Sie sie zuerst als UTF-8.`,
  noWorkerInText: () => 'In diesem Text gibt es keinen Worker.',

  hasNoWorker: ({ path }) =>
    `${path} legt keinen Worker an; es fehlt eine Zeile wie \`s = Worker(…)\`.`,
  hasSeveralWorkers: ({ path, count, lines }) =>
    `${path} legt ${count} Worker an (Zeilen ${lines}), und Buildtray betreibt einen je Verzeichnis; geben Sie jedem Worker ein eigenes.`,
  hasEitherWorker: ({ path, lines, keyword }) =>
    `${path} legt einen von mehreren Workern an (Zeilen ${lines}), und \`${keyword}\` entscheidet, welchen; Buildtray führt keinen Code aus: Behalten Sie den, den dieser Rechner braucht, und entfernen Sie die anderen.`,
  hidesWorker: ({ place, keyword }) =>
    `${placeText(place)} legt den Worker innerhalb von \`${keyword}\` an, und Buildtray führt keinen Code aus; setzen Sie den Aufruf auf die oberste Ebene der Datei.`,
  endsItself: ({ place, code }) =>
    `${placeText(place)} beendet die Datei (\`${code}\`): Ihr Worker soll nicht laufen; entfernen Sie die Zeile, oder kommentieren Sie sie aus, damit er läuft.`,
  mayEndItself: ({ place, code, keyword }) =>
    `${placeText(place)} beendet die Datei innerhalb von \`${keyword}\` (\`${code}\`), und Buildtray, das keinen Code ausführt, kann nicht wissen, ob der Worker laufen soll; entfernen Sie die Zeile, oder kommentieren Sie sie aus, damit er läuft.`,
  addsNoWorker: ({ place }) =>
    `${placeText(place)} legt den Worker an, aber keine Zeile fügt ihn der Anwendung hinzu: Er soll nicht laufen; ergänzen Sie eine Zeile wie \`s.setServiceParent(application)\`, damit er läuft.`,
  mayAddNoWorker: ({ place, keyword }) =>
    `${placeText(place)} fügt den Worker innerhalb von \`${keyword}\` der Anwendung hinzu, und Buildtray, das keinen Code ausführt, kann nicht wissen, ob er laufen soll; setzen Sie die Zeile auf die oberste Ebene der Datei.`,
  changesEnvironment: ({ place, names }) =>
    `${placeText(place)} ändert die Umgebung der Builds (${names}), was nicht angewendet wird; schalten Sie buildtray_tac_environment ein, „Umgebung aus buildbot.tac“, damit es gilt.`,
  doesMoreThanSet: ({ place, code, effect }) =>
    `${placeText(place)} ${effectText(effect)} (\`${code}\`); Buildtray führt keinen Code aus, also geschieht das nicht.`,
  doesMore: ({ path, count }) =>
    `${path} tut noch ${count} weitere Dinge, die Buildtray nicht tut.`,
  rotatesDaily: ({ place }) =>
    `${placeText(place)}: Die Protokolldatei wechselt täglich; Buildtray wechselt sie nach Größe, wie wenn nichts gesetzt ist.`,
  hasUnknownArgument: ({ place, argument }) =>
    `${placeText(place)}: Der Worker kennt kein Argument ${argument}; es bleibt unbeachtet.`,
  hasUnknownPosition: ({ place, position }) =>
    `${placeText(place)}: Der Worker kennt kein ${position}. Argument; es bleibt unbeachtet.`,
  isNoPython: ({ place }) =>
    `${placeText(place)}: Das ist kein gültiges Python; was in der Zeile steht, bleibt unbeachtet.`,

  lacks: ({ path, setting }) =>
    `${path}: ${setting} wird dem Worker nicht übergeben; fügen Sie es dem Aufruf hinzu.`,
  hasNone: ({ place, setting }) =>
    `${placeText(place)}: ${setting} ist None; schreiben Sie den Wert dorthin.`,
  lacksPassword: ({ place }) =>
    `${placeText(place)}: passwd ist leer; schreiben Sie das Passwort dorthin, oder geben Sie es in den Einstellungen von Buildtray ein.`,
  namesTwoWays: ({ place, setting }) =>
    `${placeText(place)}: ${setting} und connection_string schließen einander aus; setzen Sie eines davon auf None.`,
  computes: ({ place, setting, code }) =>
    `${placeText(place)}: ${setting} wird von Code berechnet (\`${code}\`), den Buildtray nicht ausführt; schreiben Sie den Wert selbst hin.`,
  computesPassword: ({ place, code }) =>
    `${placeText(place)}: passwd wird von Code berechnet (\`${code}\`), den Buildtray nicht ausführt; schreiben Sie das Passwort selbst hin, oder geben Sie es in den Einstellungen von Buildtray ein, das dafür einen Schlüsselbund braucht.`,
  computesInstead: ({ place, setting, code, used }) =>
    `${placeText(place)}: ${setting} wird von Code berechnet (\`${code}\`), den Buildtray nicht ausführt; stattdessen gilt ${substituteText(used)}.`,
  lacksOrigin: ({ place, setting, origin }) =>
    `${placeText(place)}: ${setting} kommt aus ${originText(origin)}.`,
  lacksOriginInstead: ({ place, setting, origin, used }) =>
    `${placeText(place)}: ${setting} kommt aus ${originText(origin)}; stattdessen gilt ${substituteText(used)}.`,
  expectsInstead: ({ place, setting, expected, used }) =>
    `${placeText(place)}: ${setting} muss ${expectedText(expected)} sein; stattdessen gilt ${substituteText(used)}.`,

  keepsComputed: ({ place, setting, code }) =>
    `${placeText(place)}: ${setting} wird von Code berechnet (\`${code}\`) und lässt sich nur dort ändern.`,
  cannotBeEdited: ({ path }) =>
    `${path} enthält seine Einstellungen so, dass Buildtray sie nicht sicher ändern kann; ändern Sie die Datei von Hand.`,
  lacksPlace: ({ path, setting, remedy }) =>
    `In ${path} ist kein Platz für ${setting}; ${remedyText(remedy)}.`,
};

/** What a line does, in words after its place. */
function effectText(effect: OwnEffect): string {
  switch (effect) {
    case 'environment':
      return 'ändert die Umgebung durch Code';
    case 'umask':
      return 'setzt die umask, für die es die Einstellung umask gibt';
    case 'priority':
      return 'ändert die Priorität des Prozesses';
    case 'directory':
      return 'wechselt das aktuelle Verzeichnis';
    case 'limits':
      return 'ändert die Grenzen des Prozesses';
    case 'user':
      return 'ändert den Benutzer oder die Sitzung des Prozesses';
    case 'command':
      return 'führt ein Programm aus oder beendet eines';
    case 'service':
      return 'startet neben dem Worker einen weiteren Dienst';
    case 'log':
      return 'schreibt das Protokoll auf eigene Weise';
    case 'import':
      return 'importiert ein eigenes Modul, das alles Mögliche tun kann';
    case 'code':
      return 'führt eigenen Code aus';
    default:
      return assertNever(effect);
  }
}

/** Where a value was expected that is not there. */
function originText({ kind, name }: Origin): string {
  switch (kind) {
    case 'variable':
      return `der Umgebungsvariablen ${name}, die beim Start von Buildtray nicht gesetzt war`;
    case 'file':
      return `der Datei ${name}, die nicht gelesen werden kann`;
    default:
      return assertNever(kind);
  }
}

/** What is used in the place of a value that cannot be used. */
function substituteText(used: Substitute): string {
  switch (used.kind) {
    case 'default':
      return `die Vorgabe (${used.value})`;
    case 'own-directory':
      return 'das Verzeichnis, in dem die Datei liegt';
    default:
      return assertNever(used);
  }
}

/** What to do so that the file gets a place for a setting, in words after a semicolon. */
function remedyText(remedy: PlaceRemedy): string {
  switch (remedy) {
    case 'upgrade':
      return 'die Datei wurde für einen älteren Worker geschrieben: Aktualisieren Sie sie zuerst';
    case 'name-in-log-block':
      return 'nennen Sie es zuerst in ihrem Abschnitt für das Protokoll';
    case 'add-application':
      return "sie hat keinen Abschnitt für das Protokoll, und ohne eine Zeile `application = service.Application('buildbot-worker')` lässt sich keiner hinzufügen";
    default:
      return assertNever(remedy);
  }
}
