import { aboutCtrlC, graceful, nodaemon, quietStart, started, workerDirectory } from '../shared.ts';

export const restart = {
  help: {
    summary: 'stop the worker of a directory, then start it',
    about: ['Also starts it if none was running.', aboutCtrlC],
    args: { dir: workerDirectory },
    options: { nodaemon, graceful, quiet: quietStart },
    exit: started,
  },
};
