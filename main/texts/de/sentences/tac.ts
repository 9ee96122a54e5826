import type { tac as english } from '../../../lib/sentences/tac.ts';

export const tac: typeof english = {
  tacLine: (path, line) => `${path} Zeile ${line}`,
  tacUnusable: (path, why) => `${path} lässt sich nicht verwenden. ${why}`,
  tacTooLarge: (path) => `${path} ist zu groß für die Einstellungen eines Workers.`,
  tacLacksSign: (path) =>
    `${path} lässt sich nicht schreiben: Die Datei ist in latin-1 kodiert, und darin fehlt ein Zeichen des neuen Wertes; speichern Sie sie zuerst als UTF-8.`,
  noWorkerInText: () => 'In diesem Text gibt es keinen Worker.',

  tacHasNoWorker: (path) =>
    `${path} legt keinen Worker an; es fehlt eine Zeile wie \`s = Worker(…)\`.`,
  tacHasSeveralWorkers: (path, count, lines) =>
    `${path} legt ${count} Worker an (Zeilen ${lines}), und Buildtray betreibt einen je Verzeichnis; geben Sie jedem Worker ein eigenes.`,
  tacHidesWorker: (place, keyword) =>
    `${place} legt den Worker innerhalb von \`${keyword}\` an, und Buildtray führt keinen Code aus; setzen Sie den Aufruf auf die oberste Ebene der Datei.`,
  tacRotatesDaily: (place) =>
    `${place}: Die Protokolldatei wechselt täglich; Buildtray wechselt sie nach Größe, wie wenn nichts gesetzt ist.`,
  tacHasUnknownArgument: (place, argument) =>
    `${place}: Der Worker kennt kein Argument ${argument}; es bleibt unbeachtet.`,
  tacHasUnknownPosition: (place, position) =>
    `${place}: Der Worker kennt kein ${position}. Argument; es bleibt unbeachtet.`,
  tacIsNoPython: (place) =>
    `${place}: Das ist kein gültiges Python; was in der Zeile steht, bleibt unbeachtet.`,

  tacLacks: (path, setting) =>
    `${path}: ${setting} wird dem Worker nicht übergeben; fügen Sie es dem Aufruf hinzu.`,
  tacHasNone: (place, setting) => `${place}: ${setting} ist None; schreiben Sie den Wert dorthin.`,
  tacLacksPassword: (place) =>
    `${place}: passwd ist leer; schreiben Sie das Passwort dorthin, oder geben Sie es in den Einstellungen von Buildtray ein.`,
  tacNamesTwoWays: (place) =>
    `${place}: proxy_connection_string und connection_string schließen einander aus; setzen Sie eines davon auf None.`,
  tacComputes: (place, setting, code) =>
    `${place}: ${setting} wird von Code berechnet (\`${code}\`), den Buildtray nicht ausführt; schreiben Sie den Wert selbst hin.`,
  tacComputesPassword: (place, code) =>
    `${place}: passwd wird von Code berechnet (\`${code}\`), den Buildtray nicht ausführt; schreiben Sie das Passwort selbst hin, oder geben Sie es in den Einstellungen von Buildtray ein, das dafür einen Schlüsselbund braucht.`,
  tacComputesInstead: (place, setting, code, used) =>
    `${place}: ${setting} wird von Code berechnet (\`${code}\`), den Buildtray nicht ausführt; stattdessen gilt ${used}.`,
  tacWantsInstead: (place, setting, wanted, used) =>
    `${place}: ${setting} muss ${wanted} sein; stattdessen gilt ${used}.`,
  usedDefault: (value) => `die Vorgabe (${value})`,
  usedFolder: () => 'das Verzeichnis, in dem die Datei liegt',

  tacKeepsComputed: (place, setting, code) =>
    `${place}: ${setting} wird von Code berechnet (\`${code}\`) und lässt sich nur dort ändern.`,
  tacCannotBeEdited: (path) =>
    `${path} enthält seine Einstellungen so, dass Buildtray sie nicht sicher ändern kann; ändern Sie die Datei von Hand.`,
  tacLacksPlace: (path, setting, mend) => `In ${path} ist kein Platz für ${setting}; ${mend}.`,
  tacWantsUpgrade: () =>
    'die Datei wurde für einen älteren Worker geschrieben: Aktualisieren Sie sie zuerst',
  tacWantsItInLogBlock: () => 'nennen Sie es zuerst in ihrem Abschnitt für das Protokoll',
  tacWantsApplication: () =>
    "sie hat keinen Abschnitt für das Protokoll, und ohne eine Zeile `application = service.Application('buildbot-worker')` lässt sich keiner hinzufügen",
};
