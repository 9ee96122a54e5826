import { workerDirectory } from '../shared.ts';

export const logs = {
  help: {
    summary: 'print the log of a worker',
    about: [
      'Prints the newest lines, including those of rotated files, and those of twistd.log if buildbot-worker was the last to run.',
    ],
    args: { dir: workerDirectory },
    options: {
      follow: 'keep printing new lines',
      lines: 'how many lines to start with',
      rotate: 'have the running worker start a new file first',
    },
    exit: { ok: 'the lines were printed', failed: 'there is no log, or it could not be rotated' },
  },
  linesNeedsNumber: (typed: string) => `--lines needs a number, not '${typed}'.`,
  noLogYet: (basedir: string) => `There is no log in ${basedir} yet: no worker has run there.`,
};
