/** Removing, ordering and duplicating workers. */
export const workers = {
  remove: 'Remove worker…',
  removeTitle: (worker: string) => `Remove ${worker}?`,
  removeHelp:
    'Buildtray stops it and forgets it. The project keeps its own record of the worker; tell its administrator if you do not come back.',
  keepDirectory: (basedir: string) => `${basedir} stays, and can be added again any day.`,
  deleteDirectory: (size: string | undefined) =>
    `Delete the directory too${size === undefined ? '' : ` (${size})`}`,
  removeNow: 'Remove',
  duplicate: 'Duplicate…',
  duplicateTitle: (worker: string) => `A worker like ${worker}`,
  duplicateHelp:
    'It takes over all settings and the host info. The project must know it by its own name.',
  workerName: 'Worker name',
  password: 'Password',
  samePassword: 'Leave it empty for the same one.',
  directory: 'Directory',
  duplicateNow: 'Duplicate and connect',
  moveUp: 'Move up',
  moveDown: 'Move down',
  needsName: 'Write the name that the project gave the new worker.',
  needsDirectory: 'Write the whole path of a directory that does not exist yet or is empty.',
  directoryIsUsed: (basedir: string) => `${basedir} is not empty.`,
  cannotDelete: (why: string) => `The worker is removed, but its directory is not. ${why}`,
  isNoWorkerDirectory: (basedir: string) =>
    `The worker is removed, but ${basedir} was kept: it does not look like a worker’s directory.`,
};
