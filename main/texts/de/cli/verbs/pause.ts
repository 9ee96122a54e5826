import type { pause as english } from '../../../en/cli/verbs/pause.ts';
import { workerDirectory } from '../shared.ts';

export const pause: typeof english = {
  help: {
    summary: 'laufende Builds enden lassen, dann dem Master fernbleiben',
    about: [
      'Der Worker trennt die Verbindung und verbindet sich von selbst wieder, wenn es so weit ist. Ohne Option bleibt er weg, bis er fortgesetzt wird.',
    ],
    args: { dir: workerDirectory },
    options: {
      hours: 'nach so vielen Stunden wiederkommen',
      'until-tomorrow': 'um sechs Uhr morgens wiederkommen',
    },
    exit: {
      ok: 'der Worker macht Pause, jetzt oder später',
      failed: 'dort läuft kein Worker, oder er lehnt ab',
    },
  },
  pauses: 'der Worker macht Pause, sobald seine Builds beendet sind',
  hoursNeedsNumber: (typed) =>
    `--hours braucht eine Zahl von Stunden über 0, etwa 1.5, nicht »${typed}«.`,
};
