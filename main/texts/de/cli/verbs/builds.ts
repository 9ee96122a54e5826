import type { builds as english } from '../../../en/cli/verbs/builds.ts';
import { format } from '../../format.ts';
import { asJson, workerDirectory } from '../shared.ts';

export const builds: typeof english = {
  help: {
    summary: 'die Builds ausgeben, die hier liefen, die neuesten zuerst, oder sie entfernen',
    about: [
      'Je eine Zeile: Beginn, Ausgang, soweit ein Worker ihn kennt, Builder, Dauer, Anzahl der Befehle und Menge ihrer Ausgabe. Aufgehoben wird, was die App und buildtray start ausgeführt haben, bis zu 10.000 Builds, in Ihrem Benutzerordner; was buildbot-worker ausgeführt hat, nicht.',
      'Mit --clear wird alles ohne Rückfrage entfernt, außer laufenden Builds, auch die Ausgabe, die die App gespeichert hat, und die Zahl der entfernten Builds ausgegeben. Auch der laufende Worker vergisst sie, und das Fenster der App zeigt sie nicht mehr. Der Master behält seine eigenen.',
    ],
    args: { dir: workerDirectory },
    options: {
      lines: 'wie viele Builds',
      builder: 'nur die eines Builders',
      search: 'nur die mit diesen Wörtern in Builder, Befehlen oder Verzeichnissen',
      verbose: 'auch ihre Befehle ausgeben',
      clear: 'den Verlauf löschen; daneben ist nur --json möglich',
      json: asJson,
    },
    exit: {
      ok: 'sie wurden ausgegeben oder entfernt, oder es gibt keine',
      failed: 'sie sind nicht lesbar oder nicht zu entfernen',
    },
  },
  linesNeedsNumber: (typed) => `--lines braucht eine Zahl über 0, nicht »${typed}«.`,
  clearGoesAlone: (option) =>
    `--clear löscht den ganzen Verlauf: ${option} kann nicht zugleich angegeben werden.`,
  outcomes: {
    running: 'läuft',
    ok: 'ohne Fehler',
    errors: 'mit Fehlern',
    interrupted: 'abgebrochen',
    lost: 'verloren',
  },
  build: (builder, took, commands, outputBytes) =>
    `${builder}, ${took}, ${format.number(commands)} ${format.plural(commands, { one: 'Befehl', other: 'Befehle' })}, ${format.bytes(outputBytes)}`,
  command: (end, took, summary, workdir) => {
    const head = took === undefined ? end : `${end}, ${took}`;
    return workdir === undefined ? `${head}: ${summary}` : `${head}: ${summary}  (in ${workdir})`;
  },
  nothingBuilt: 'Hier wurde noch nichts gebaut.',
  noneFits: 'Keine passenden Builds.',
  nothingToRemove: (basedir) => `Der Verlauf des Workers in ${basedir} ist schon leer.`,
  removed: (count, basedir) =>
    `${format.number(count)} ${format.plural(count, { one: 'Build', other: 'Builds' })} aus dem Verlauf des Workers in ${basedir} entfernt.`,
};
