import type { stop as english } from '../../../en/cli/verbs/stop.ts';
import { aboutCtrlC, graceful, quiet, workerDirectory } from '../shared.ts';

const waitsFor = (builders: readonly string[], commands: readonly string[]): string =>
  commands.length === 0
    ? `wartet auf ${builders.join(', ')}`
    : `wartet auf ${builders.join(', ')} (${commands.join(', ')})`;

export const stop: typeof english = {
  help: {
    summary: 'den Worker eines Verzeichnisses anhalten',
    about: [
      'Beendet, was der Worker ausführt, und wartet bis zu 10 Sekunden auf sein Ende. Ein Worker der App hält an, die App läuft weiter.',
      aboutCtrlC,
    ],
    args: { dir: workerDirectory },
    options: { graceful, quiet },
    exit: {
      ok: 'dort läuft kein Worker mehr, ob nun einer lief oder nicht',
      failed: 'er läuft noch',
    },
  },
  gracefulOnlyBySignal: (basedir, pid) =>
    `${basedir} läuft unter buildbot-worker (Prozess ${pid}), der sich nur durch SIGHUP oder shutdown.stamp geordnet herunterfahren lässt, je nach seinem allow_shutdown.`,
  ended: (pid) => `der Prozess ${pid} des Workers ist beendet`,
  stoppedInTray: (basedir, pid) =>
    `der Worker in ${basedir} hat angehalten; die App (Prozess ${pid}) läuft weiter`,
  stillThere: (basedir) => `Der Worker in ${basedir} hat nicht binnen 10 s angehalten.`,
  ofAnotherUser: (pid) =>
    `Der Prozess ${pid} des Workers kann nicht beendet werden: Er gehört einem anderen Benutzer.`,
  hasNotEnded: (pid) => `Der Prozess ${pid} des Workers ist nicht binnen 10 s beendet.`,
  stoppedGracefully: 'der Worker ist geordnet heruntergefahren',
  leftToItself: 'der Worker läuft weiter, bis seine Builds beendet sind, und hält dann an',
  cancelled: 'das geordnete Herunterfahren wurde abgebrochen; der Worker läuft weiter',
  waitingForMaster: 'wartet, bis der Master den Worker gehen lässt',
  waitingForGap: 'hält an, sobald nichts läuft; neue Builds werden zurückgehalten',
  waitingFor: waitsFor,
  waitingAndHoldingBack: (builders, commands) =>
    `${waitsFor(builders, commands)}; neue Builds werden zurückgehalten`,
  isStopped: 'der Worker ist schon angehalten',
};
