/** What the desktop is told. */
export const notices = {
  cannotWork: (worker: string) => `${worker} cannot work for the master`,
  paused: (worker: string) => `${worker} is paused`,
  lastBuildEnded: 'The last build has ended.',
  stopped: (worker: string) => `${worker} has stopped`,
};
