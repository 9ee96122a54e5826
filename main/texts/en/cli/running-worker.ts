/** Asking the worker that runs in a directory. */
export const runningWorker = {
  notRunning: 'worker not running',
  noneRuns: (basedir: string) => `No worker runs in ${basedir}.`,
  noneToAsk: (basedir: string) => `No worker of Buildtray runs in ${basedir} that could be asked.`,
  doesNotListen: (basedir: string, pid: number) =>
    `The worker in ${basedir} (process ${pid}) does not listen to the command line; its log says why.`,
  followsWhenConnected: 'the worker is not connected, and follows once it connects',
  connectsAgain: 'the worker connects again as soon as no build runs',
};
