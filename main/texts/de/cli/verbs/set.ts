import type { set as english } from '../../../en/cli/verbs/set.ts';
import { quiet, reconnect, workerDirectory, writeNothing } from '../shared.ts';

export const set: typeof english = {
  help: {
    summary: 'Einstellungen eines Workers ändern',
    about: [
      'Etwa set keepalive=300 umask=0o22: Namen und Werte, wie buildtray settings sie ausgibt, Text ohne Anführungszeichen, Dauern und Größen auch mit Einheit, etwa 5min oder 10MB. None entfernt eine Einstellung. Bei passwd und proxy.password liest der Wert - eine Zeile der Standardeingabe.',
      'Es werden alle Änderungen vorgenommen oder keine. Jedes andere Zeichen von buildbot.tac bleibt; was dort berechnet wird, lässt sich nur von Hand ändern. Der laufende Worker übernimmt die Änderungen wie bei buildtray reload.',
    ],
    args: { dir: workerDirectory, 'name=value': 'was zu ändern ist' },
    options: { 'dry-run': writeNothing, reconnect, quiet },
    exit: {
      ok: 'die Einstellungen sind so, und der laufende Worker übernimmt sie, jetzt oder später',
      failed:
        'sie sind nicht lesbar oder nicht schreibbar, oder der laufende Worker kann sie nicht übernehmen',
    },
  },
  nothingNamed:
    'Nennen Sie, was zu ändern ist, etwa keepalive=300; buildtray settings zeigt alle Einstellungen.',
  unknownSetting: (name) =>
    `Kein Worker hat die Einstellung »${name}«; buildtray settings zeigt alle.`,
  ofSetting: (name, problem) => `${name}: ${problem}`,
  nothingWouldChange: 'Nichts würde sich ändern.',
  wouldChange: (names) => `würde geändert: ${names.join(', ')}`,
  nothingWritten: 'Es wurde nichts geschrieben.',
  noWorkerRuns: 'dort läuft kein Worker; der nächste beginnt damit',
  atNextStart: (pid) => `buildbot-worker (Prozess ${pid}) übernimmt es bei seinem nächsten Start`,
};
