import { nodaemon, quietStart, started, workerDirectory } from '../shared.ts';

export const start = {
  help: {
    summary: 'run the worker of a directory',
    about: [
      'Starts the worker in the background and waits up to 10 seconds for it to attach. Its output goes to worker.log; unless umask is set, only their owner can access the files it creates.',
      'Only one worker runs in a directory, under Buildtray or under buildbot-worker. A worker that was stopped in the tray app connects again.',
    ],
    args: { dir: workerDirectory },
    options: {
      nodaemon,
      quiet: quietStart,
      protection:
        'what builds reach on this machine while this worker runs, whatever is set: open, guarded or strict',
    },
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
  gaveUp: (problem: string) => `The worker gave up. ${problem}`,
  sentAway: 'The master asked the worker to shut down.',
  wasAskedToStop: 'The worker was asked to stop.',
  connectsAgain: (basedir: string, pid: number) =>
    `the worker in ${basedir} connects again, in the tray app (process ${pid})`,
};
