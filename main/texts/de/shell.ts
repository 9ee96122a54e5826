import type { shell as english } from '../en/shell.ts';

export const shell: typeof english = {
  navigation: 'Seiten',
  worker: 'Worker',
  developmentRuntime: (version) =>
    `Läuft mit Electron ${version}, das nur für Entwicklung und Tests gedacht ist.`,
  brokenPage: 'Diese Seite ist wegen eines Fehlers von uns ausgefallen',
  brokenPageHelp:
    'Builds sind davon nicht betroffen. Öffnen Sie die Seite noch einmal und melden Sie uns, was hier steht:',
  openAgain: 'Seite noch einmal öffnen',
  connected: 'Ihr Worker ist verbunden',
  inTray:
    'Wenn Sie dieses Fenster schließen, läuft Buildtray im Infobereich weiter. Sein Symbol zeigt den Zustand und bringt das Fenster zurück.',
  refused: 'Das geht gerade nicht',
};
