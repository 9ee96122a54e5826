import type { notices as english } from '../en/notices.ts';

export const notices: typeof english = {
  cannotWork: (worker) => `${worker} kann nicht für den Master arbeiten`,
  paused: (worker) => `${worker} macht Pause`,
  lastBuildEnded: 'Der letzte Build ist zu Ende.',
  resumed: (worker) => `${worker} nimmt wieder Builds an`,
  pauseEnded: 'Die Pause ist zu Ende.',
  hasShutDown: (worker) => `${worker} ist heruntergefahren`,
  lostForLong: (worker) => `${worker} hat keine Verbindung`,
  lostForLongHelp: (master, duration) =>
    `Seit ${duration} ist ${master} nicht erreichbar. Weitere Versuche folgen.`,
  diskLow: 'Der Datenträger ist fast voll',
  diskLowHelp: (dir, free) =>
    `Wo die Builds von ${dir} laufen, sind nur noch ${free} frei. Builds können daran scheitern.`,
  stillRuns: 'Buildtray läuft weiter',
  stillRunsHelp:
    'Sein Symbol ist in der Leiste: Ein Klick darauf öffnet das Fenster, und „Beenden“ steht in seinem Menü.',
  buildFailed: (builder) => `Ein Befehl von ${builder} ist fehlgeschlagen`,
  buildEnded: (builder) => `Der Build von ${builder} ist zu Ende`,
  buildHelp: (worker, outcome, duration) => `${worker}: ${outcome}, ${duration}`,
  whileQuiet: (count) => `${count} Benachrichtigungen aus der Ruhezeit`,
  open: 'Öffnen',
  stopped: (worker) => `${worker} ist angehalten`,
};
