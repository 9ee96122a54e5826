import type { overview as english } from '../en/overview.ts';

export const overview: typeof english = {
  states: {
    stopped: 'Angehalten',
    connecting: 'Verbindet',
    idle: 'Wartet auf Arbeit',
    building: 'Baut',
    draining: 'Lässt den letzten Build enden',
    paused: 'Macht Pause',
    error: 'Braucht Sie',
  },
  noWorker: 'Noch kein Worker',
  noWorkerHelp:
    'Ein Projekt, das Buildbot benutzt, gibt Ihnen einen Host, einen Port, einen Namen und ein Passwort. Damit kann dieser Rechner dessen Builds ausführen.',
  workerAt: (worker, master) => (master === undefined ? worker : `${worker} bei ${master}`),
  lastHeard: ['verbunden, zuletzt gehört vor ', ''],
  nextTry: ['nächster Versuch in ', ''],
  whatRuns: 'Was hier läuft',
  output: 'Ausgabe der Befehle',
  noOutput: 'Hier erscheint, was Befehle ausgeben.',
  nothingRuns:
    'Es läuft nichts. Der nächste Build beginnt von selbst, sobald der Master einen für diesen Rechner hat.',
  betweenSteps: 'Zwischen zwei Schritten eines Builds.',
  notConnected: 'Es läuft nichts, solange der Worker nicht verbunden ist.',
  directory: (basedir) => `Verzeichnis: ${basedir}`,
  pauseMenu: 'Pause…',
  cancel: 'Abbrechen',
  cancelNow: 'Sofort abbrechen',
  moreActions: (worker) => `Mehr für ${worker}`,
};
