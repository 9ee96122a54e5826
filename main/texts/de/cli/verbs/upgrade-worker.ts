import type { upgradeWorker as english } from '../../../en/cli/verbs/upgrade-worker.ts';
import { workerDirectory, writeNothing } from '../shared.ts';

export const upgradeWorker: typeof english = {
  help: {
    summary:
      'die buildbot.tac eines älteren Workers auf den neuesten Stand bringen; die alte bleibt daneben',
    about: [
      'Aktualisiert Verzeichnisse jedes Buildbot seit 0.7: Was sonst von Hand zu ändern wäre, wird geändert, alles andere in der Datei bleibt, info/ und die Verzeichnisse der Builds werden nicht angerührt. Die alte Datei wird zu buildbot.tac.old.',
    ],
    args: { dir: workerDirectory },
    options: {
      'dry-run': writeNothing,
      quiet: 'nur Fehler und die Änderungen eines Probelaufs ausgeben',
    },
    exit: {
      ok: 'das Verzeichnis ist auf dem neuesten Stand oder wäre es',
      failed: 'es muss von Hand geschehen, oder die Datei kann nicht geschrieben werden',
    },
  },
  wouldDo: (step) => `würde geschehen: ${step}`,
  upToDate: (path) => `${path} ist auf dem neuesten Stand.`,
  nothingWritten: 'Es wurde nichts geschrieben.',
  upgraded: (path, oldPath) =>
    `${path} ist aktualisiert; die alte Datei ist ${oldPath}. Ein laufender Worker übernimmt sie beim nächsten Start.`,
};
