import type { WordsOf } from '../../problem-words.ts';
import { fileReasonText } from './facts.ts';

/** Why a directory cannot hold a running worker. */
export const directory: WordsOf<'directory'> = {
  directoryMissing: ({ path }) =>
    `${path} does not exist: put the directory back if it was moved, or make a worker there.`,
  directoryUnreadable: ({ path }) =>
    `${path} cannot be read by this user; give yourself the permission.`,
  directoryUnwritable: ({ path }) =>
    `${path} cannot be written to by this user; the worker keeps its builds and its log there.`,
  noWorkerThere: ({ path }) => `Not a worker directory: ${path} (there is no buildbot.tac in it)`,
  runByBuildtray: ({ basedir, pid }) =>
    `${basedir} is already run by Buildtray (process ${pid}); stop that one first.`,
  runByBuildbotWorker: ({ basedir, pid }) =>
    `${basedir} is already run by buildbot-worker (process ${pid}); stop that one first.`,
  notBuildbotWorker: ({ dir }) =>
    `Not a worker directory: ${dir} (its buildbot.tac lacks Application('buildbot-worker'))`,
  otherApplication: ({ dir, name }) =>
    `Not a worker directory: ${dir} (its buildbot.tac lacks Application('buildbot-worker'); it has '${name}')`,
  keyringMissing: () =>
    'The password is in a keyring that is not available now: unlock it, or write the password into buildbot.tac.',
  keyringFailed: ({ reason }) =>
    `The keyring does not return the password (${reason}): write it into buildbot.tac.`,
  keyringRefuses: ({ reason }) => `The keyring does not accept the password: ${reason}.`,
  startsAlready: ({ basedir }) => `Another process is just starting the worker in ${basedir}.`,
  cannotLock: ({ path, reason }) => `Cannot lock ${path}: ${fileReasonText(reason)}.`,
  madeByOldBuildbot: ({ dir }) =>
    `${dir} was made by a Buildbot before 0.9; it can run as it is, and \`buildtray upgrade-worker ${dir}\` brings it up to date.`,
};
