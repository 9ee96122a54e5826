import type { start as english } from '../../../en/cli/verbs/start.ts';
import { nodaemon, quietStart, started, workerDirectory } from '../shared.ts';

export const start: typeof english = {
  help: {
    summary: 'den Worker eines Verzeichnisses starten',
    about: [
      'Startet den Worker im Hintergrund und wartet bis zu 10 Sekunden, bis er verbunden ist. Seine Ausgabe geht nach worker.log; Dateien, die er anlegt, sind nur für ihren Besitzer, solange umask nicht gesetzt ist.',
      'Ein Verzeichnis läuft nur einmal, unter Buildtray oder unter buildbot-worker. Ein Worker, der in der App angehalten wurde, verbindet sich wieder.',
    ],
    args: { dir: workerDirectory },
    options: {
      nodaemon,
      quiet: quietStart,
      protection:
        'was Builds auf diesem Rechner erreichen, solange dieser Worker läuft, gleich was eingestellt ist: open, guarded oder strict',
    },
    exit: started,
  },
  isPaused: (pid, basedir) =>
    `gestartet (Prozess ${pid}), und noch in Pause: buildtray resume ${basedir} verbindet ihn`,
  attached: (master, pid) => `verbunden mit ${master} (Prozess ${pid})`,
  keepsTrying: (problem, pid, basedir) =>
    `${problem} Der Worker (Prozess ${pid}) versucht es weiter; \`buildtray status ${basedir}\` zeigt seinen Zustand.`,
  noReport: (pid, logPath) =>
    `Der Worker (Prozess ${pid}) hat sich nicht binnen 10 s als verbunden gemeldet; siehe ${logPath}.`,
  endedEarly: (logPath) => `Der Worker endete, bevor er verbunden war; siehe ${logPath}.`,
  gaveUp: (problem) => `Der Worker hat aufgegeben. ${problem}`,
  sentAway: 'Der Master hat den Worker aufgefordert herunterzufahren.',
  wasAskedToStop: 'Der Worker wurde aufgefordert anzuhalten.',
  connectsAgain: (basedir, pid) =>
    `der Worker in ${basedir} verbindet sich wieder, in der App (Prozess ${pid})`,
};
