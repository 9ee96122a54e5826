import type { hostinfo as english } from '../en/hostinfo.ts';

export const hostinfo: typeof english = {
  title: 'Rechnerinfo',
  about:
    'Was die Webseite des Projekts über diesen Rechner zeigt. Der Master liest es, wenn sich der Worker verbindet.',
  admin: 'Verantwortlich',
  adminHelp:
    'Wer sich um diesen Rechner kümmert und wie das Projekt ihn erreicht: ein Name, eine Adresse.',
  host: 'Dieser Rechner',
  hostHelp: 'Worauf Builds laufen: System, Version, Prozessoren, Speicher, Compiler.',
  accessUri: 'Zugang',
  accessUriHelp:
    'Wo sich die Leute des Projekts diesen Rechner ansehen können, etwa ssh://build.example.org. Leer lassen, wenn sie das nicht können.',
  further: 'Weitere Dateien',
  furtherHelp: 'Jede Datei wird dem Master unter ihrem eigenen Namen mitgeteilt.',
  newName: 'Name der neuen Datei',
  addFile: 'Datei hinzufügen',
  removeFile: (name) => `${name} entfernen`,
  badName: 'Ein Dateiname enthält keinen Schrägstrich und ist keiner der oben genannten.',
  shared: (path) =>
    `Dies ist ein Verweis auf ${path}; andere Worker können diese Datei mitbenutzen.`,
  fillIn: 'Automatisch ausfüllen',
  munge: 'Adressen vor Adresssammlern verschleiern',
  undo: 'Änderungen verwerfen',
  unsaved: 'Änderungen sind noch nicht gespeichert.',
  linkTitle: (name) => `${name} ist ein Verweis`,
  linkHelp: (path) =>
    `Er führt zu ${path}. Soll diese Datei für alle Worker geändert werden, die sie mitbenutzen, oder bekommt dieser Worker eine eigene?`,
  changeShared: 'Gemeinsame Datei ändern',
  replaceLink: 'Eigene Datei anlegen',
  savedAway: 'Der Master liest es, wenn sich der Worker verbindet.',
  savedAttached:
    'Der Master hat den alten Text gelesen und liest den neuen bei der nächsten Verbindung.',
  preview: 'Wie das Projekt es sieht',
  previewEmpty: 'keine Angabe',
  sent: 'Alles, was dem Master mitgeteilt wird',
  sentHelp:
    'All das verlässt den Rechner, wenn sich der Worker verbindet; sonst nur, was Builds ausgeben und hochladen.',
  sentUnknown: 'Das erscheint, sobald das Verzeichnis des Workers benutzt werden kann.',
  facts: 'Angaben über den Worker',
  environment: (count) => `Umgebung (${count})`,
  withheld: 'Bleibt hier',
  withheldHelp:
    'Diese Variablen sehen nach Geheimnissen aus oder öffnen Ihre eigene Sitzung. Weder Builds noch der Master sehen sie.',
  nothingWithheld: 'In Ihrer Umgebung gibt es keine solchen Variablen.',
  onlyForBuilds: 'Nur für Builds',
  onlyForBuildsHelp: 'Builds sehen diese Variablen, der Master bekommt sie nicht.',
  value: 'Wert',
  name: 'Name',
};
