/** What an upgrade of a worker's directory does, and why it cannot. */
export const upgrade = {
  spelledInPython3: () => 'spelled in Python 3 what Python 2 wrote otherwise',
  namedAsToday: () => 'uses buildbot_worker, Worker and the names that go with them',
  addedDefaults: (settings: string) => `added with their defaults: ${settings}`,

  isNoPython3: (place: string, code: string) =>
    `${place}: \`${code}\` is not Python 3, which buildbot-worker needs; change this line first.`,
  cannotUpgrade: (path: string) =>
    `${path} is written in a way that Buildtray cannot upgrade; change it by hand.`,
  tooManyOldFiles: (path: string, count: number) =>
    `${path} and ${count} more are there already; remove some.`,
  cannotKeepOld: (path: string, oldPath: string, reason: string) =>
    `Cannot keep ${path} as ${oldPath}: ${reason}.`,
};
