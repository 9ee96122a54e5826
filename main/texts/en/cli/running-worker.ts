/** Asking the worker that runs in a directory. */
export const runningWorker = {
  notRunning: 'worker not running',
  noneRuns: (basedir: string) => `No worker runs in ${basedir}.`,
  noneToAsk: (basedir: string) => `No worker run by Buildtray was found in ${basedir}.`,
  doesNotListen: (basedir: string, pid: number) =>
    `The worker in ${basedir} (process ${pid}) cannot be reached from the command line; its log gives the reason.`,
  followsWhenConnected: 'the worker is not connected; the change applies once it connects',
  connectsAgain: 'the worker reconnects as soon as no build is running',
};
