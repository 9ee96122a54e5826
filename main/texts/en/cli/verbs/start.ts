import { nodaemon, quiet, started, workerDirectory } from '../shared.ts';

export const start = {
  help: {
    summary: 'run the worker of a directory',
    about: [
      'Starts the worker in the background and waits up to 10 seconds for it to be attached. Its output goes to worker.log; files that it makes are for its owner alone unless umask is set.',
      'A directory is run once only, by Buildtray or by buildbot-worker. A worker that was stopped in the tray app connects again.',
    ],
    args: { dir: workerDirectory },
    options: { nodaemon, quiet },
    exit: started,
  },
  isPaused: (pid: number, basedir: string) =>
    `started (process ${pid}), and still paused: buildtray resume ${basedir} connects it`,
  attached: (master: string, pid: number) => `attached to ${master} (process ${pid})`,
  keepsTrying: (problem: string, pid: number, basedir: string) =>
    `${problem} The worker (process ${pid}) keeps trying; \`buildtray status ${basedir}\` shows its state.`,
  noReport: (pid: number, logPath: string) =>
    `The worker (process ${pid}) did not report within 10 s that it is attached; see ${logPath}.`,
  endedEarly: (logPath: string) => `The worker ended before it was attached; see ${logPath}.`,
  gaveUp: (problem: string) => `It gave up. ${problem}`,
  sentAway: 'The master sent the worker away.',
  wasAskedToStop: 'It was asked to stop.',
  connectsAgain: (basedir: string, pid: number) =>
    `the worker in ${basedir} connects again, in the tray app (process ${pid})`,
};
