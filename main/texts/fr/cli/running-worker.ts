import type { runningWorker as english } from '../../en/cli/running-worker.ts';

export const runningWorker: typeof english = {
  notRunning: 'le worker ne tourne pas',
  noneRuns: (basedir) => `Aucun worker ne tourne dans ${basedir}.`,
  noneToAsk: (basedir) => `Aucun worker de Buildtray n’a été trouvé en marche dans ${basedir}.`,
  doesNotListen: (basedir, pid) =>
    `Le worker dans ${basedir} (processus ${pid}) est injoignable depuis la ligne de commande ; son journal en donne la raison.`,
  followsWhenConnected:
    'le worker n’est pas connecté ; la modification s’applique quand il se connecte',
  connectsAgain: 'le worker se reconnecte dès qu’aucun build n’est en cours',
};
