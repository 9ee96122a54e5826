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
  buildFailed: (builder: string) => `A command of ${builder} failed`,
  buildEnded: (builder: string) => `The build of ${builder} has ended`,
  buildHelp: (worker: string, outcome: string, duration: string) =>
    `${worker}: ${outcome}, ${duration}`,
  /** Above the titles of those that waited for the end of quiet hours. */
  whileQuiet: (count: string) => `${count} notifications while it was quiet`,
  /** The button of a notification, where the system shows one. */
  open: 'Open',
  stopped: (worker: string) => `${worker} has stopped`,
};
