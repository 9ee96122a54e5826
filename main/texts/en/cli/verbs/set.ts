import { quiet, reconnect, workerDirectory, writeNothing } from '../shared.ts';

export const set = {
  help: {
    summary: 'change settings of a worker',
    about: [
      'For example, set keepalive=300 umask=0o22: names and values as buildtray settings prints them, text without quotes, lengths of time and sizes also with a unit, such as 5min or 10MB. None removes a setting. For passwd and proxy.password the value - reads a line from standard input.',
      'Either all of the changes are made or none. Every other character of buildbot.tac stays as it is; what code computes there can only be changed by hand. The running worker applies the changes, as with buildtray reload.',
    ],
    args: { dir: workerDirectory, 'name=value': 'what to change' },
    options: { 'dry-run': writeNothing, reconnect, quiet },
    exit: {
      ok: 'the settings have these values, and the running worker applies them, or will',
      failed: 'they cannot be read or written, or the running worker cannot apply them',
    },
  },
  nothingNamed:
    'Name what to change, such as keepalive=300; buildtray settings lists all settings.',
  unknownSetting: (name: string) => `There is no setting '${name}'; buildtray settings lists them.`,
  ofSetting: (name: string, problem: string) => `${name}: ${problem}`,
  nothingWouldChange: 'Nothing would change.',
  wouldChange: (names: readonly string[]) => `would be changed: ${names.join(', ')}`,
  nothingWritten: 'Nothing was written.',
  noWorkerRuns: 'no worker runs there; the next one starts with these settings',
  atNextStart: (pid: number) => `buildbot-worker (process ${pid}) applies it at its next start`,
};
