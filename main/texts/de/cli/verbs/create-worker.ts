import type { createWorker as english } from '../../../en/cli/verbs/create-worker.ts';
import { createWorkerProblem } from '../create-worker-problem.ts';

export const createWorker: typeof english = {
  help: {
    summary: 'das Verzeichnis eines Workers anlegen',
    about: [
      'Legt DIR mit einer buildbot.tac (Rechte 0600) und den Dateien unter info/ an, die der Master allen zeigt. Vorhandene Dateien werden nie überschrieben: Weicht buildbot.tac ab, wird buildbot.tac.new daneben geschrieben.',
      'MASTER ist host[:port], eine IPv6-Adresse steht in eckigen Klammern; ohne Angabe ist der Port 9989. PASSWD kann - sein; dann wird es von der Standardeingabe gelesen und steht nicht im Verlauf der Shell.',
    ],
    args: {
      dir: 'Verzeichnis, das angelegt wird',
      master: 'host[:port] des Masters',
      name: 'Name des Workers',
      passwd: 'sein Passwort; - liest es von der Standardeingabe',
    },
    options: {
      force: 'für ältere Skripte: Ein vorhandenes Verzeichnis wird ohnehin wieder benutzt',
      relocatable:
        'eine buildbot.tac schreiben, die auch gilt, wenn das Verzeichnis verschoben wird',
      'no-logrotate': 'das Protokoll unbegrenzt wachsen lassen',
      quiet: 'nur Fehler ausgeben',
      admin:
        "wer sich um diesen Rechner kümmert, für info/admin, etwa 'Ada <ada@example.org>'; Vorgabe: Ihr Name und Ihre Adresse in git",
      'munge-email': 'Adressen in info/admin als „ada at example dot org“ schreiben',
      'access-uri':
        'wie Leute, denen der Master vertraut, diesen Rechner erreichen, etwa ssh://me@host, für info/access_uri; ohne Angabe wird diese Datei nicht geschrieben',
    },
    exit: { ok: 'das Verzeichnis ist da', failed: 'es konnte nicht angelegt werden' },
  },
  problem: createWorkerProblem,
  steps: {
    'made-directory': (path) => `Verzeichnis ${path} angelegt`,
    'kept-directory': (path) => `Verzeichnis ${path} wird benutzt`,
    'made-file': (path) => `${path} geschrieben`,
    'kept-file': (path) => `${path} bleibt, wie es ist`,
    'made-beside': (path) =>
      `${path} geschrieben, da die Datei daneben anders ist: Vergleichen Sie die beiden`,
  },
  reviewInfo: (basedir) => `Prüfen Sie die Dateien in ${basedir}/info: Der Master zeigt sie allen.`,
  aboutAdmin:
    'info/admin ist leer: Tragen Sie dort ein, wer sich um diesen Rechner kümmert, etwa Ada <ada@example.org>.',
  aboutAccessUri:
    'info/access_uri wurde nicht geschrieben: Legen Sie die Datei an, wenn sich die Betreiber des Masters hier anmelden dürfen, mit der Adresse dafür, etwa ssh://me@host.',
  configured: (basedir) => `Worker in ${basedir} eingerichtet`,
  protocolFound: (protocol) => `Netzwerkprotokoll des Masters: ${protocol}`,
  protocolNotFound: (why, options) =>
    `Der Master konnte nicht nach seinem Netzwerkprotokoll gefragt werden. ${why} Oder nennen Sie es: ${options.join(' oder ')}.`,
};
