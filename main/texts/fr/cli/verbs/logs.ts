import type { logs as english } from '../../../en/cli/verbs/logs.ts';
import { workerDirectory } from '../shared.ts';

export const logs: typeof english = {
  help: {
    summary: 'afficher le journal d’un worker',
    about: [
      'Affiche les lignes les plus récentes, y compris celles des anciens fichiers, et celles de twistd.log si buildbot-worker a tourné en dernier.',
    ],
    args: { dir: workerDirectory },
    options: {
      follow: 'continuer d’afficher les nouvelles lignes',
      lines: 'par combien de lignes commencer',
      rotate: 'faire d’abord commencer un nouveau fichier par le worker en marche',
    },
    exit: {
      ok: 'les lignes ont été affichées',
      failed: 'il n’y a pas de journal, ou il n’a pas pu changer de fichier',
    },
  },
  linesNeedsNumber: (typed) => `--lines demande un nombre, et non « ${typed} ».`,
  noLogYet: (basedir) =>
    `Il n’y a pas encore de journal dans ${basedir} : aucun worker n’y a tourné.`,
};
