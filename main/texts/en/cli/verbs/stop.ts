import { aboutCtrlC, graceful, quiet, workerDirectory } from '../shared.ts';

const waitsFor = (builders: readonly string[], commands: readonly string[]): string =>
  commands.length === 0
    ? `waiting for ${builders.join(', ')}`
    : `waiting for ${builders.join(', ')} (${commands.join(', ')})`;

export const stop = {
  help: {
    summary: 'stop the worker of a directory',
    about: [
      'Ends what the worker is running, and waits up to 10 seconds for the worker to end. If the tray app hosts it, only the worker stops; the app keeps running.',
      aboutCtrlC,
    ],
    args: { dir: workerDirectory },
    options: { graceful, quiet },
    exit: {
      ok: 'no worker is running there, whether or not one was before',
      failed: 'the worker is still running',
    },
  },
  gracefulOnlyBySignal: (basedir: string, pid: number) =>
    `${basedir} is run by buildbot-worker (process ${pid}), which shuts down gracefully only on SIGHUP or shutdown.stamp, depending on its allow_shutdown.`,
  ended: (pid: number) => `worker process ${pid} has ended`,
  stoppedInTray: (basedir: string, pid: number) =>
    `the worker in ${basedir} has stopped; the tray app (process ${pid}) keeps running`,
  stillThere: (basedir: string) => `The worker in ${basedir} did not stop within 10 s.`,
  ofAnotherUser: (pid: number) =>
    `Cannot end the worker's process ${pid}: it runs as another user.`,
  hasNotEnded: (pid: number) => `The worker's process ${pid} did not end within 10 s.`,
  stoppedGracefully: 'the worker has stopped gracefully',
  leftToItself: 'the worker keeps running until its builds have finished, and then stops',
  cancelled: 'the graceful shutdown was cancelled; the worker keeps running',
  waitingForMaster: 'waiting for the master to release the worker',
  /** Where the master cannot be asked to start no new build. */
  waitingForGap: 'stopping as soon as nothing is running; new builds are held back',
  /** `commands` are those that run, such as `linux: make, for 3 s`. */
  waitingFor: waitsFor,
  waitingAndHoldingBack: (builders: readonly string[], commands: readonly string[]) =>
    `${waitsFor(builders, commands)}; new builds are held back`,
  isStopped: 'the worker is already stopped',
};
