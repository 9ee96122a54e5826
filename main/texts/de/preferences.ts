import type { preferences as english } from '../en/preferences.ts';
import { format } from './format.ts';

export const preferences: typeof english = {
  title: 'Optionen',
  about: 'Für Buildtray selbst. Was einen Worker betrifft, steht in dessen Einstellungen.',
  start: 'Start',
  startAtLogin: 'Beim Anmelden starten',
  startAtLoginHelp: 'Die Worker verbinden sich dann von selbst, wie nach jedem Start.',
  startEntry: 'Leiht diesen Rechner einem Buildbot',
  startHidden: 'Im Infobereich starten',
  startHiddenHelp: 'Beim Anmelden erscheint nur das Symbol; ein Klick darauf öffnet das Fenster.',
  needsLogin: 'Gilt, wenn Buildtray beim Anmelden startet.',
  notifications: 'Benachrichtigungen',
  notificationsOn: 'Benachrichtigen, wenn ein Worker mich braucht',
  notificationsHelp:
    'Wenn er sich nicht anmelden kann, den Master lange nicht erreicht, seinen letzten Build beendet hat, von selbst Pause macht oder sie beendet, oder wenn der Datenträger voll wird. Nie wegen Builds.',
  output: 'Ausgabe von Builds',
  keptOutputs: 'Ausgabe speichern',
  keptOutputsHelp:
    'Von jedem Befehl die letzten 200 kB, zu lesen unter Builds. Sie bleiben auf diesem Rechner, und nur Sie können sie lesen.',
  kept: { all: 'Von allen Befehlen', failed: 'Nur bei Fehlern', none: 'Gar nicht' },
  keptOutputBytes: 'Höchstens',
  keptOutputDays: 'Höchstens für',
  bytes: format.bytes,
  days: (count) => `${format.number(count)} ${format.plural(count, { one: 'Tag', other: 'Tage' })}`,
  appearance: 'Aussehen',
  theme: 'Farbschema',
  themes: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
  language: 'Sprache',
  languages: { system: 'Wie das System', en: 'English', de: 'Deutsch' },
  aboutBuildtray: 'Über Buildtray',
  version: (version) => `Buildtray ${version}`,
  showLicences: 'Lizenzen Dritter…',
  licences: 'Lizenzen Dritter',
  noTray: 'Dieser Desktop zeigt keine Symbole im Infobereich',
  noTrayHelp:
    'Deshalb beendet das Schließen dieses Fensters Buildtray; minimieren Sie es, damit weiter Builds kommen. Unter GNOME bringt die Erweiterung „AppIndicator and KStatusNotifierItem Support“ das Symbol.',
  gotIt: 'Verstanden',
};
