/** Why a directory cannot hold a running worker. */
export const directory = {
  directoryMissing: (path: string) =>
    `${path} does not exist: put the directory back if it was moved, or make a worker there.`,
  directoryUnreadable: (path: string) =>
    `${path} cannot be read by this user; give yourself the permission.`,
  directoryUnwritable: (path: string) =>
    `${path} cannot be written to by this user; the worker keeps its builds and its log there.`,
  noWorkerThere: (path: string) =>
    `Not a worker directory: ${path} (there is no buildbot.tac in it)`,
  runByBuildtray: (basedir: string, pid: string) =>
    `${basedir} is run by Buildtray already (process ${pid}); stop that one first.`,
  runByBuildbotWorker: (basedir: string, pid: number) =>
    `${basedir} is run by buildbot-worker already (process ${pid}); stop that one first.`,
  notBuildbotWorker: (dir: string) =>
    `Not a worker directory: ${dir} (its buildbot.tac lacks Application('buildbot-worker'))`,
  otherApplication: (dir: string, name: string) =>
    `Not a worker directory: ${dir} (its buildbot.tac lacks Application('buildbot-worker'); it says '${name}')`,
  keyringMissing: () =>
    'The password is in a keyring that is not there now: unlock it, or write the password into buildbot.tac.',
  keyringFailed: (reason: string) =>
    `The keyring does not give the password back (${reason}): write it into buildbot.tac.`,
  keyringRefuses: (reason: string) => `The keyring does not take the password: ${reason}.`,
  cannotTakeHold: (path: string) => `Cannot take hold of ${path}: other processes keep writing it.`,
};
