import type { restart as english } from '../../../en/cli/verbs/restart.ts';
import { aboutCtrlC, graceful, nodaemon, quietStart, started, workerDirectory } from '../shared.ts';

export const restart: typeof english = {
  help: {
    summary: 'den Worker eines Verzeichnisses anhalten und wieder starten',
    about: ['Startet ihn auch, wenn keiner lief.', aboutCtrlC],
    args: { dir: workerDirectory },
    options: { nodaemon, graceful, quiet: quietStart },
    exit: started,
  },
};
