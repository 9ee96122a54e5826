import type { preferences as english } from '../en/preferences.ts';

export const preferences: typeof english = {
  title: 'Einstellungen des Programms',
  about: 'Für Buildtray selbst. Was einen Worker betrifft, steht in dessen Einstellungen.',
  start: 'Start',
  startAtLogin: 'Beim Anmelden starten',
  startAtLoginHelp: 'Die Worker verbinden sich dann von selbst, wie nach jedem Start.',
  startHidden: 'Im Benachrichtigungsfeld starten',
  startHiddenHelp: 'Beim Anmelden erscheint nur das Symbol; ein Klick darauf öffnet das Fenster.',
  needsLogin: 'Gilt, wenn Buildtray beim Anmelden startet.',
  notifications: 'Benachrichtigungen',
  notificationsOn: 'Sagen, wenn ein Worker mich braucht',
  notificationsHelp:
    'Wenn er sich nicht anmelden kann, den Master lange nicht erreicht, seinen letzten Build beendet hat, von selbst pausiert oder weitermacht, oder wenn die Platte voll wird. Nie wegen Builds.',
  looks: 'Aussehen',
  theme: 'Farben',
  themes: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
  language: 'Sprache',
  systemLanguage: 'Wie das System',
  languages: { en: 'English', de: 'Deutsch' },
  aboutBuildtray: 'Über',
  version: (version) => `Buildtray ${version}`,
  noTray: 'Dieser Desktop zeigt keine Symbole im Benachrichtigungsfeld',
  noTrayHelp:
    'Darum beendet das Schließen dieses Fensters Buildtray; minimieren Sie es, damit weiter Builds kommen. Unter GNOME bringt die Erweiterung „AppIndicator and KStatusNotifierItem Support“ das Symbol.',
  understood: 'Verstanden',
};
