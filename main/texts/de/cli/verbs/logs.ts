import type { logs as english } from '../../../en/cli/verbs/logs.ts';
import { workerDirectory } from '../shared.ts';

export const logs: typeof english = {
  help: {
    summary: 'das Protokoll eines Workers ausgeben',
    about: [
      'Gibt die neuesten Zeilen aus, auch aus gewechselten Dateien, und die von twistd.log, wenn zuletzt buildbot-worker lief.',
    ],
    args: { dir: workerDirectory },
    options: {
      follow: 'weiter ausgeben, was hinzukommt',
      lines: 'mit wie vielen Zeilen zu beginnen ist',
      rotate: 'zuerst eine neue Datei beginnen, im laufenden Worker',
    },
    exit: {
      ok: 'die Zeilen wurden ausgegeben',
      failed: 'es gibt kein Protokoll, oder es konnte nicht gewechselt werden',
    },
  },
  linesNeedsNumber: (typed) => `--lines braucht eine Zahl, nicht »${typed}«.`,
  noLogYet: (basedir) =>
    `In ${basedir} gibt es noch kein Protokoll: Dort ist noch kein Worker gelaufen.`,
};
