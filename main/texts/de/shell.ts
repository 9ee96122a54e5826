import type { shell as english } from '../en/shell.ts';
import { format } from './format.ts';

export const shell: typeof english = {
  navigation: 'Seiten',
  worker: 'Worker',
  developmentRuntime: (version) =>
    `Läuft mit Electron ${version}, das nur für Entwicklung und Tests gedacht ist.`,
  brokenPage: 'Diese Seite ist wegen eines Fehlers von uns ausgefallen',
  brokenPageHelp:
    'Builds sind davon nicht betroffen. Öffnen Sie die Seite noch einmal und melden Sie uns, was hier steht:',
  brokenReport: 'den Bericht',
  openAgain: 'Seite noch einmal öffnen',
  connected: 'Ihr Worker ist verbunden',
  inTray:
    'Wenn Sie dieses Fenster schließen, läuft Buildtray im Infobereich weiter. Sein Symbol zeigt den Zustand und bringt das Fenster zurück.',
  refused: 'Das geht gerade nicht',
  finder: {
    open: 'Finden…',
    title: 'Finden',
    label: 'Seite, Aktion, Worker, Einstellung oder Builder finden',
    help: 'Pfeiltasten wählen, Eingabe öffnet. F1 zeigt alle Tastenkürzel.',
    found: (count) => (count === 0 ? 'Nichts gefunden' : `${format.number(count)} gefunden`),
    kinds: {
      page: 'Seite',
      worker: 'Worker',
      action: 'Aktion',
      setting: 'Einstellung',
      builder: 'Builder',
    },
    choice: (request, choice) => `${request}: ${choice}`,
  },
  keys: {
    title: 'Tastenkürzel',
    about: 'Pfeiltasten führen durch Listen und Menüs, Esc schließt, was offen ist.',
    names: { Ctrl: 'Strg', Shift: 'Umschalt' },
    named: (label, keys) => `${label} (${keys})`,
    find: 'Alles finden',
    search: 'Protokoll oder Ausgabe durchsuchen',
    menu: 'Menü eines Workers, eines Builds oder des Protokolls öffnen',
    keys: 'Diese Liste anzeigen',
  },
};
