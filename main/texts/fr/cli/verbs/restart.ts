import type { restart as english } from '../../../en/cli/verbs/restart.ts';
import { aboutCtrlC, graceful, nodaemon, quietStart, started, workerDirectory } from '../shared.ts';

export const restart: typeof english = {
  help: {
    summary: 'arrêter le worker d’un répertoire, puis le démarrer',
    about: ['Le démarre aussi si aucun ne tournait.', aboutCtrlC],
    args: { dir: workerDirectory },
    options: { nodaemon, graceful, quiet: quietStart },
    exit: started,
  },
};
