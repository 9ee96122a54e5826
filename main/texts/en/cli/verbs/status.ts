import { asJson, workerDirectory } from '../shared.ts';

export const status = {
  help: {
    summary: 'print what the worker of a directory is doing',
    about: [
      'Asks the running process for its state, its master, its builders, its running commands, when the master last sent something, and when the next attempt is due.',
    ],
    args: { dir: workerDirectory },
    options: { json: asJson },
    exit: {
      ok: 'a worker runs there, whatever its state',
      failed: 'none does, or it cannot be asked',
    },
  },
  runByBuildbotWorker: (pid: number) =>
    `run by buildbot-worker (process ${pid}), which does not show its state`,
  rows: {
    worker: 'worker',
    state: 'state',
    problem: 'problem',
    master: 'master',
    builders: 'builders',
    runs: 'runs',
    left: 'left',
    process: 'process',
    log: 'log',
  },
  worker: (name: string, basedir: string) => `${name} in ${basedir}`,
  lastHeard: (master: string, ago: string) => `${master}, last heard ${ago} ago`,
  usuallyQuiet: (master: string, time: string) =>
    `${master}, quiet for ${time}, as usual while there is nothing to say`,
  noBuilders: 'none',
  /** `for` how long it runs. */
  command: (builder: string, command: string, time: string) =>
    `${builder}: ${command}, for ${time}`,
  betweenSteps: (builder: string) => `${builder}, between two steps`,
  left: (pids: readonly number[]) => `processes ${pids.join(', ')}, which could not be ended`,
  hosts: { tray: 'the tray app', 'command-line': 'the command line' },
  process: (pid: number, host: string, version: string, time: string) =>
    `${pid} of ${host}, Buildtray ${version}, for ${time}`,
};
