import type { ExtraFault } from '../../worker-settings/extras-from.ts';
import type { SettingFault } from '../../worker-settings/setting-fault.ts';
import { octal } from '../../worker-settings/setting-text.ts';
import type { MasterFault } from '../../worker-settings/settings-faults.ts';
import type { SettingName } from '../../worker-settings/settings-table.ts';
import type { settings as english } from '../en/settings.ts';
import { format } from './format.ts';
import { settingWords } from './setting-words.ts';

function fault(
  problem: SettingFault | MasterFault | ExtraFault,
  nameOf: (name: SettingName) => string = labelOf,
): string {
  switch (problem.kind) {
    case 'needed':
    case 'empty':
      return 'Hier fehlt ein Wert.';
    case 'switch':
      return 'Dies ist an oder aus.';
    case 'choice':
      return 'Wählen Sie einen der Werte.';
    case 'number': {
      if (problem.unit === 'bytes') return 'Geben Sie eine Größe ein, etwa 500 kB oder 10 MB.';
      if (problem.unit === 'seconds') {
        return problem.isAboveMin
          ? 'Geben Sie eine Dauer über 0 ein, etwa 30 s oder 5 min.'
          : 'Geben Sie eine Dauer ein, etwa 30 s oder 5 min.';
      }
      const { min, max, base, isAboveMin, isWhole } = problem;
      const shown = (value: number): string => (base === 8 ? octal(value) : format.number(value));
      if (max !== undefined) return `Geben Sie eine Zahl von ${shown(min)} bis ${shown(max)} ein.`;
      if (isAboveMin) return `Geben Sie eine Zahl größer als ${shown(min)} ein.`;
      return isWhole
        ? `Geben Sie eine ganze Zahl ein, mindestens ${shown(min)}.`
        : `Geben Sie eine Zahl ein, mindestens ${shown(min)}.`;
    }
    case 'beside-host':
      return 'Eine Verbindungszeichenfolge ersetzt Host und Port: Lassen Sie beide leer.';
    case 'beside-string':
      return 'Die Verbindungszeichenfolgen zum Master und zum Proxy schließen einander aus: Leeren Sie eine davon.';
    case 'one-line':
      return 'Geben Sie eine Zeile ein, ohne Steuerzeichen.';
    case 'needed-with':
      return `Zusammen mit „${nameOf(problem.other)}“ erforderlich.`;
    case 'without-tls':
      return 'Das gilt nur mit TLS: Schalten Sie TLS ein, oder lassen Sie dies leer.';
    case 'without-proxy':
      return 'Das gilt nur mit einem Proxy: Geben Sie den Proxy ein, oder lassen Sie dies leer.';
    case 'shape':
      return settingWords[problem.name].shape ?? 'Dieser Wert ist nicht zulässig.';
  }
}

function labelOf(name: SettingName): string {
  return settingWords[name].label;
}

export const settings: typeof english = {
  title: 'Einstellungen',
  about: (path) => `Sie stehen in ${path}; auch buildbot-worker kann damit laufen.`,
  fields: settingWords,
  groups: {
    master: 'Master',
    extras: 'Zertifikat und Anmeldung am Proxy',
    login: 'Anmeldung',
    behaviour: 'Verbindung',
    builds: 'Builds',
    log: 'Protokoll',
  },
  units: {
    seconds: 'Sekunden',
    bytes: 'Bytes',
    tries: 'Versuche',
    processors: 'Prozessoren',
    files: 'Dateien',
  },
  fault,
  sections: 'Abschnitte der Einstellungen',
  depth: 'Welche Einstellungen',
  depths: { basic: 'Wichtige', all: 'Alle' },
  showMore: (count) =>
    format.plural(count, {
      one: 'Eine weitere Einstellung anzeigen',
      other: `${count} weitere Einstellungen anzeigen`,
    }),
  search: 'Einstellung suchen',
  nothingFound: 'Keine Einstellung enthält diese Wörter.',
  noneByDefault: 'nicht gesetzt',
  on: 'an',
  off: 'aus',
  isSet: 'gesetzt; zum Ändern neu eingeben',
  isNotSet: 'nicht gesetzt',
  clear: (label) => `Nicht setzen: ${label}`,
  undoOne: (label) => `Rückgängig: ${label}`,
  undoAll: 'Alles verwerfen',
  changes: (count) =>
    format.plural(count, {
      one: 'Eine Änderung ist nicht gespeichert',
      other: `${count} Änderungen sind nicht gespeichert`,
    }),
  unsavedIn: (workerName) => `${workerName} (nicht gespeichert)`,
  faulty: 'Lässt sich so nicht speichern:',
  unusableFields: 'Hier zu korrigieren:',
  way: 'Den Master erreichen über',
  byHost: 'Host und Port',
  byString: 'Verbindungszeichenfolge',
  computed: (line) =>
    `In Zeile ${line} der Datei rechnet Code diesen Wert aus; Buildtray führt ihn nicht aus:`,
  comesTo: (value, from) =>
    from.length === 0 ? `Das ergibt ${value}.` : `Das ergibt ${value}, aus ${from.join(', ')}.`,
  writeInstead: (value) => `Stattdessen ${value} schreiben`,
  writeValue: 'Stattdessen einen Wert schreiben',
  unusable: (line, fault) =>
    `In Zeile ${line} der Datei steht ein Wert, der hier nicht zulässig ist. ${fault}`,
  changedMeanwhile:
    'Jemand anders hat die Datei geändert, seit diese Seite sie gelesen hat; deshalb wurde nichts geschrieben. Die Seite zeigt jetzt die Werte der Datei und darauf Ihre Änderungen: Sehen Sie sie durch, und speichern Sie erneut.',
  file: 'buildbot.tac',
  showFile: 'buildbot.tac anzeigen',
  hideFile: 'buildbot.tac ausblenden',
  showChanges: 'Änderungen anzeigen',
  wouldChange: 'Was das Speichern in buildbot.tac ändert; Geheimnisse sind verdeckt',
  noTextChange:
    'In buildbot.tac ändert sich nichts Sichtbares: Passwörter sind verdeckt, und manche Einstellungen stehen anderswo.',
  savedNow: 'Es gilt jetzt.',
  savedReconnect: 'Manches gilt ab der nächsten Verbindung.',
  savedRestart: 'Manches gilt nach einem Neustart des Workers.',
  waiting: 'Gespeicherte Einstellungen warten',
  notFollowed: 'Gespeichert, aber der Worker kann es nicht übernehmen',
};
