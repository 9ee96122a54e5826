import type { rehearsal as english } from '../en/rehearsal.ts';

export const rehearsal: typeof english = {
  title: 'Ausprobieren',
  about:
    'Ein Probelauf: Ein kleiner Master auf diesem Rechner gibt einem echten Worker einen echten Build. Es ist nichts einzurichten, nichts verlässt diesen Rechner, und nichts bleibt zurück.',
  states: {
    'not-started': 'Bereit, wenn Sie es sind',
    preparing: 'Wird vorbereitet',
    'waiting-for-worker': 'Der Worker verbindet sich',
    building: 'Ein Build läuft',
    draining: 'Fährt geordnet herunter',
    cancelling: 'Wird abgebrochen',
    done: 'Das war ein ganzer Build',
    cancelled: 'Abgebrochen',
    error: 'Der Probelauf konnte nicht weitergehen',
  },
  notStarted: 'Es dauert eine Viertelminute.',
  draining:
    'Der laufende Build darf noch zu Ende laufen. Dasselbe steht für Ihre eigenen Worker im Menü des Symbols im Infobereich.',
  drained: 'Der Build ist zu Ende, und der Master entlässt den Worker.',
  doneAsPlanned:
    'Der Worker hat sich verbunden, gebaut, einen Fehlschlag gemeldet und sich geordnet verabschiedet. Ihr eigener Worker tut dasselbe für ein Projekt Ihrer Wahl.',
  doneNotAsPlanned: (step) =>
    `Der Schritt ${step} ist nicht so ausgegangen, wie er sollte. Was er ausgegeben hat, steht unten; alles andere ist aufgeräumt.`,
  cancelled: 'Was lief, wurde beendet, und nichts davon ist geblieben.',
  start: 'Starten',
  again: 'Noch einmal starten',
  cancel: 'Abbrechen',
  cancelIt: 'Probelauf abbrechen',
  addOwn: 'Eigenen Worker hinzufügen',
  lookOut: 'Worauf Sie achten können',
  lookOuts: {
    tray: 'Das Symbol im Infobereich ändert seine Form mit dem, was der Worker tut.',
    output: 'Was der Build ausgibt, erscheint hier, während er läuft, so wie beim Master.',
    failure: 'Ein Schritt schlägt fehl, und das soll er.',
    leaving: 'Am Ende fährt der Worker geordnet herunter: Der Build darf vorher zu Ende laufen.',
  },
  steps: {
    checkout: {
      short: 'Die Quellen eines kleinen Beispiels kommen an',
      about:
        'Ein echtes Projekt käme aus seinem Repository. Hier schickt der Master die Dateien selbst, damit es überall funktioniert.',
    },
    compile: {
      short: 'Daraus wird ein Programm',
      about:
        'Was ein Build ausgibt, geht Zeile für Zeile an den Master. Bei anderen Builds wäre jetzt der Lüfter zu hören.',
    },
    test: {
      short: 'Das Programm wird getestet',
      about: 'Jede Zeile unten erscheint, sobald der Test sie ausgegeben hat.',
    },
    upload: {
      short: 'Der Bericht geht an den Master',
      about:
        'Dateien gehen in beide Richtungen, und nur zwischen dem Master und dem Verzeichnis des Workers.',
    },
    style: {
      short: 'Schlägt absichtlich fehl',
      about:
        'Dieser Schritt soll fehlschlagen. Ein Fehlschlag ist eine Nachricht für das Projekt, nicht für Sie: Ihr Worker hat seinen Teil getan und macht mit dem Build weiter.',
    },
    clean: {
      short: 'Aufräumen und geordnetes Herunterfahren',
      about:
        'Während dieser Schritt läuft, wird der Worker gebeten, geordnet herunterzufahren. Er nimmt keinen neuen Build an und geht, sobald dieser zu Ende ist.',
    },
  },
  stepsLabel: 'Schritte des Builds',
  results: {
    success: 'Erfolg',
    warnings: 'Warnungen',
    failure: 'Fehlschlag',
    exception: 'Ausnahme',
    retry: 'Verbindung verloren',
    cancelled: 'abgebrochen',
    skipped: 'übersprungen',
  },
  asPlanned: 'Fehlschlag, wie vorgesehen',
  waiting: 'wartet',
  running: 'läuft',
  output: (step) => `Ausgabe von ${step}`,
  noOutput: 'Hier wird erscheinen, was dieser Schritt ausgibt.',
  nothingPrinted: 'Dieser Schritt hat nichts ausgegeben.',
  isUnderWay: 'Es läuft schon ein Probelauf.',
  // Without an article, as the names of hosts are: it stands in any case.
  master: 'Probe-Master',
  inTray: (sentence) => `Probelauf: ${sentence}`,
  show: 'Probelauf anzeigen',
};
