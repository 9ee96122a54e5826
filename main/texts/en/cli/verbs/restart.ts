import { aboutCtrlC, graceful, nodaemon, quiet, started, workerDirectory } from '../shared.ts';

export const restart = {
  help: {
    summary: 'stop the worker of a directory, then start it',
    about: ['Starts it where none ran, too.', aboutCtrlC],
    args: { dir: workerDirectory },
    options: { nodaemon, graceful, quiet },
    exit: started,
  },
};
