/** What the desktop is told. */
export const notices = {
  cannotWork: (worker: string) => `${worker} cannot work for the master`,
  paused: (worker: string) => `${worker} is paused`,
  lastBuildEnded: 'The last build has ended.',
  resumed: (worker: string) => `${worker} takes builds again`,
  pauseEnded: 'The pause has come to its end.',
  hasShutDown: (worker: string) => `${worker} has shut down`,
  lostForLong: (worker: string) => `${worker} has no connection`,
  lostForLongHelp: (master: string, duration: string) =>
    `For ${duration} now ${master} could not be reached. Tries go on.`,
  diskLow: 'The disk is nearly full',
  diskLowHelp: (dir: string, free: string) =>
    `Only ${free} are free where the builds of ${dir} run. Builds may fail.`,
  stopped: (worker: string) => `${worker} has stopped`,
};
