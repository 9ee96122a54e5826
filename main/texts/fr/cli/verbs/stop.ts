import type { stop as english } from '../../../en/cli/verbs/stop.ts';
import { aboutCtrlC, graceful, quiet, workerDirectory } from '../shared.ts';

const waitsFor = (builders: readonly string[], commands: readonly string[]): string =>
  commands.length === 0
    ? `en attente de ${builders.join(', ')}`
    : `en attente de ${builders.join(', ')} (${commands.join(', ')})`;

export const stop: typeof english = {
  help: {
    summary: 'arrêter le worker d’un répertoire',
    about: [
      'Met fin à ce que le worker exécute, et attend jusqu’à 10 secondes qu’il se termine. Si l’application l’héberge, seul le worker s’arrête ; l’application continue.',
      aboutCtrlC,
    ],
    args: { dir: workerDirectory },
    options: { graceful, quiet },
    exit: {
      ok: 'aucun worker n’y tourne, qu’il y en ait eu un ou non',
      failed: 'le worker tourne encore',
    },
  },
  gracefulOnlyBySignal: (basedir, pid) =>
    `buildbot-worker fait tourner ${basedir} (processus ${pid}), et ne s’arrête en douceur que sur SIGHUP ou shutdown.stamp, selon son allow_shutdown.`,
  ended: (pid) => `le processus ${pid} du worker s’est terminé`,
  stoppedInTray: (basedir, pid) =>
    `le worker dans ${basedir} s’est arrêté ; l’application (processus ${pid}) continue`,
  stillThere: (basedir) => `Le worker dans ${basedir} ne s’est pas arrêté en 10 s.`,
  ofAnotherUser: (pid) =>
    `Impossible d’arrêter le processus ${pid} du worker : il tourne sous un autre utilisateur.`,
  hasNotEnded: (pid) => `Le processus ${pid} du worker ne s’est pas terminé en 10 s.`,
  stoppedGracefully: 'le worker s’est arrêté en douceur',
  leftToItself: 'le worker tourne jusqu’à la fin de ses builds, puis s’arrête',
  cancelled: 'l’arrêt en douceur a été annulé ; le worker continue de tourner',
  waitingForMaster: 'en attente que le master libère le worker',
  waitingForGap: 's’arrête dès que plus rien ne tourne ; les nouveaux builds sont retenus',
  waitingFor: waitsFor,
  waitingAndHoldingBack: (builders, commands) =>
    `${waitsFor(builders, commands)} ; les nouveaux builds sont retenus`,
  isStopped: 'le worker est déjà arrêté',
};
