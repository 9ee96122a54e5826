import { workerDirectory, writeNothing } from '../shared.ts';

export const upgradeWorker = {
  help: {
    summary: "bring an older worker's buildbot.tac up to date; the old one is kept beside it",
    about: [
      'Upgrades directories of every Buildbot since 0.7: what the upgrade asks people to change by hand is done, everything else in the file is kept, info/ and the build directories are not touched. The old file becomes buildbot.tac.old.',
    ],
    args: { dir: workerDirectory },
    options: {
      'dry-run': writeNothing,
      quiet: 'print errors, and the changes of a dry run, only',
    },
    exit: {
      ok: 'the directory is up to date, or would be',
      failed: 'it has to be done by hand, or the file cannot be written',
    },
  },
  wouldDo: (step: string) => `would be done: ${step}`,
  upToDate: (path: string) => `${path} is up to date.`,
  nothingWritten: 'Nothing was written.',
  upgraded: (path: string, oldPath: string) =>
    `${path} is upgraded; the old one is ${oldPath}. A running worker applies it at its next start.`,
};
