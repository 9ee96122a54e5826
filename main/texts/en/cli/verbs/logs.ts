import { workerDirectory } from '../shared.ts';

export const logs = {
  help: {
    summary: 'print the log of a worker',
    about: [
      'Prints the newest lines, those of files that were rotated included, and of twistd.log where buildbot-worker ran last.',
    ],
    args: { dir: workerDirectory },
    options: {
      follow: 'go on printing what is written',
      lines: 'how many lines to begin with',
      rotate: 'begin a new file first, in the worker that runs',
    },
    exit: { ok: 'the lines were printed', failed: 'there is no log, or it could not be rotated' },
  },
  linesNeedsNumber: (typed: string) => `--lines needs a number, not '${typed}'.`,
  noLogYet: (basedir: string) => `There is no log in ${basedir} yet: no worker has run there.`,
};
