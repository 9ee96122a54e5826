/** Notifications of the desktop. */
export const notices = {
  cannotWork: (worker: string) => `${worker} cannot work for the master`,
  paused: (worker: string) => `${worker} is paused`,
  lastBuildEnded: 'The last build has ended.',
  resumed: (worker: string) => `${worker} accepts builds again`,
  pauseEnded: 'The pause is over.',
  hasShutDown: (worker: string) => `${worker} has shut down`,
  lostForLong: (worker: string) => `${worker} has no connection`,
  lostForLongHelp: (master: string, duration: string) =>
    `${master} has not been reachable for ${duration}. Buildtray keeps trying.`,
  diskLow: 'The disk is nearly full',
  diskLowHelp: (dir: string, free: string) =>
    `Only ${free} free in ${dir}, where builds run. Builds may fail.`,
  stillRuns: 'Buildtray is still running',
  stillRunsHelp:
    'Its icon is in the tray: a click on it opens the window, and Quit is in its menu.',
  stopped: (worker: string) => `${worker} has stopped`,
};
