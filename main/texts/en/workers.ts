/** Removing, ordering and duplicating workers. */
export const workers = {
  remove: 'Remove worker…',
  removeTitle: (worker: string) => `Remove ${worker}?`,
  removeHelp:
    'Buildtray stops it and forgets it. The project keeps its own record of the worker; let its administrator know if you are not coming back.',
  keepDirectory: (basedir: string) => `${basedir} is kept, and can be added again at any time.`,
  deleteDirectory: (size: string | undefined) =>
    size === undefined ? 'Delete the directory too' : `Delete the directory too (${size})`,
  removeNow: 'Remove',
  duplicate: 'Duplicate…',
  duplicateTitle: (worker: string) => `Duplicate ${worker}`,
  duplicateHelp:
    'It gets the same settings and host info. It needs a name of its own that the project knows.',
  workerName: 'Worker name',
  password: 'Password',
  samePassword: 'Leave it empty to use the same one.',
  directory: 'Directory',
  duplicateNow: 'Duplicate and connect',
  moveUp: 'Move up',
  moveDown: 'Move down',
  needsName: 'Enter the name that the project gave the new worker.',
  needsDirectory: 'Enter the full path of a directory that is empty or does not exist yet.',
  directoryIsUsed: (basedir: string) => `${basedir} is not empty.`,
  cannotDelete: (why: string) => `The worker is removed, but its directory is not. ${why}`,
  isNoWorkerDirectory: (basedir: string) =>
    `The worker is removed, but ${basedir} was kept: it does not look like a worker’s directory.`,
};
