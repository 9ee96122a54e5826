import type { upgradeWorker as english } from '../../../en/cli/verbs/upgrade-worker.ts';
import { workerDirectory, writeNothing } from '../shared.ts';

export const upgradeWorker: typeof english = {
  help: {
    summary: 'mettre à jour le buildbot.tac d’un ancien worker ; l’ancien est gardé à côté',
    about: [
      'Met à niveau les répertoires de tous les Buildbot depuis 0.7. Les modifications qu’il faudrait sinon faire à la main sont faites, tout le reste du fichier est gardé, et info/ et les répertoires de build ne sont pas touchés. L’ancien fichier devient buildbot.tac.old.',
    ],
    args: { dir: workerDirectory },
    options: {
      'dry-run': writeNothing,
      quiet: 'n’afficher que les erreurs, et les modifications d’un essai à blanc',
    },
    exit: {
      ok: 'le répertoire est à jour, ou le serait',
      failed: 'le fichier doit être modifié à la main, ou ne peut pas être écrit',
    },
  },
  wouldDo: (step) => `serait fait : ${step}`,
  upToDate: (path) => `${path} est à jour.`,
  nothingWritten: 'Rien n’a été écrit.',
  upgraded: (path, oldPath) =>
    `${path} est mis à niveau ; l’ancien est ${oldPath}. Un worker en marche l’applique à son prochain démarrage.`,
};
