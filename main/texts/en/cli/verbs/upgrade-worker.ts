import { workerDirectory, writeNothing } from '../shared.ts';

export const upgradeWorker = {
  help: {
    summary: "bring an older worker's buildbot.tac up to date; the old one is kept next to it",
    about: [
      'Upgrades directories of every Buildbot since 0.7. Changes that would otherwise have to be made by hand are made, everything else in the file is kept, and info/ and the build directories are not touched. The old file becomes buildbot.tac.old.',
    ],
    args: { dir: workerDirectory },
    options: {
      'dry-run': writeNothing,
      quiet: 'print errors, and the changes of a dry run, only',
    },
    exit: {
      ok: 'the directory is up to date, or would be',
      failed: 'the file has to be changed by hand, or cannot be written',
    },
  },
  wouldDo: (step: string) => `would be done: ${step}`,
  upToDate: (path: string) => `${path} is up to date.`,
  nothingWritten: 'Nothing was written.',
  upgraded: (path: string, oldPath: string) =>
    `${path} is upgraded; the old one is ${oldPath}. A running worker applies it at its next start.`,
};
