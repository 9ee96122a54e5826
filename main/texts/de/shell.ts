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
  refused: 'Das geht gerade nicht',
};
