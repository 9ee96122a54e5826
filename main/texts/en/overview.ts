import type { WorkerStatusKind } from '../../contract/worker-status.ts';

const STATES: Readonly<Record<WorkerStatusKind, string>> = {
  stopped: 'Stopped',
  connecting: 'Connecting',
  idle: 'Idle',
  building: 'Building',
  draining: 'Letting the last build end',
  paused: 'Paused',
  error: 'Needs your attention',
};

/** The page that shows each worker. */
export const overview = {
  states: STATES,
  noWorker: 'No worker yet',
  noWorkerHelp:
    'A project that uses Buildbot gives you a host, a port, a name and a password. With them this machine can run its builds.',
  workerAt: (worker: string, master: string | undefined) =>
    master === undefined ? worker : `${worker} at ${master}`,
  /** Before and after how long ago it was. */
  lastHeard: ['connected, last heard ', ' ago'] as readonly [before: string, after: string],
  /** Before and after how long it takes. */
  nextTry: ['next try in ', ''] as readonly [before: string, after: string],
  whatRuns: 'What runs here',
  output: 'Output of the commands',
  noOutput: 'What commands print appears here.',
  nothingRuns:
    'Nothing runs. The next build starts by itself when the master has one for this machine.',
  betweenSteps: 'Between two steps of a build.',
  notConnected: 'Nothing runs while the worker is not connected.',
  directory: (basedir: string) => `Directory: ${basedir}`,
  pauseMenu: 'Pause…',
  cancel: 'Cancel',
  cancelNow: 'Cancel now',
  moreActions: (worker: string) => `More for ${worker}`,
};
