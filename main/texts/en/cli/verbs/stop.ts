import { aboutCtrlC, graceful, quiet, workerDirectory } from '../shared.ts';

export const stop = {
  help: {
    summary: 'stop the worker of a directory',
    about: [
      'Ends what the worker runs, and waits up to 10 seconds until it is gone. A worker of the tray app stops, and the app keeps running.',
      aboutCtrlC,
    ],
    args: { dir: workerDirectory },
    options: { graceful, quiet },
    exit: {
      ok: 'no worker runs there any more, whether or not one did',
      failed: 'it still runs',
    },
  },
  gracefulOnlyBySignal: (basedir: string, pid: number) =>
    `${basedir} is run by buildbot-worker (process ${pid}), which takes a graceful shutdown only by SIGHUP or shutdown.stamp, as its allow_shutdown says.`,
  ended: (pid: number) => `worker process ${pid} has ended`,
  stoppedInTray: (basedir: string, pid: number) =>
    `the worker in ${basedir} has stopped; the tray app (process ${pid}) runs on`,
  stillThere: (basedir: string) => `The worker in ${basedir} has not stopped within 10 s.`,
  ofAnotherUser: (pid: number) =>
    `Cannot end the worker's process ${pid}: it runs as another user.`,
  hasNotEnded: (pid: number) => `The worker's process ${pid} has not ended within 10 s.`,
  stoppedGracefully: 'the worker has stopped gracefully',
  leftToItself: 'the worker goes on until its builds have ended, and then stops',
  cancelled: 'the graceful shutdown was cancelled; the worker goes on',
  waitingForMaster: 'waiting for the master to let the worker go',
  /** Where the master cannot be asked to start no new build. */
  waitingForGap: 'stopping as soon as nothing runs; new builds are held back',
  /** `commands` are those that run, such as `linux: make, for 3 s`. */
  waitingFor: (builders: readonly string[], commands: readonly string[]) =>
    `waiting for ${builders.join(', ')}${commands.length === 0 ? '' : ` (${commands.join(', ')})`}`,
  waitingAndHoldingBack: (builders: readonly string[], commands: readonly string[]) =>
    `waiting for ${builders.join(', ')}${commands.length === 0 ? '' : ` (${commands.join(', ')})`}; new builds are held back`,
  isStopped: 'the worker is stopped already',
};
