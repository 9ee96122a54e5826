import type { CheckResult } from '../../contract/adding/checks.ts';
import { format } from './format.ts';

/** The report for those who help. It is in English only, as the log is: they read it, whoever sends it. */
export const diagnostics = {
  title: 'Buildtray diagnostics',
  madeBy: (at: string, face: string) => `Made at ${at} by ${face}.`,
  faces: { tray: 'the tray app', 'command-line': 'the command line' },
  about:
    'Passwords, tokens and whatever else looks secret are shown as ***, the user’s home and name as ~. Names of masters, workers, builders, files and commands are in it: read it before you pass it on.',
  versions: 'Versions',
  buildtray: (version: string, buildbot: string) =>
    `Buildtray ${version}, compatible with buildbot-worker ${buildbot}`,
  runtime: (names: readonly string[]) => names.join(', '),
  system: (system: string, kernel: string, architecture: string) =>
    system === kernel ? `${kernel} on ${architecture}` : `${system}, ${kernel} on ${architecture}`,
  machine: (processors: number, memory: number, free: number) =>
    `${format.plural(processors, { one: '1 processor', other: `${processors} processors` })}, ${format.bytes(memory)} of memory, ${format.bytes(free)} free`,
  variable: (name: string, value: string | undefined) => `${name}: ${value ?? 'not set'}`,
  appPreferences: 'Preferences',
  noWorker: 'There is no worker.',
  worker: (place: string) => `Worker in ${place}`,
  late: (seconds: number) => `not known: no answer within ${seconds} s`,
  failed: (reason: string) => `not known: ${reason}`,
  none: 'none',
  state: 'State',
  notRunning: 'not running',
  doesNotAnswer: (pid: number) => `process ${pid} runs here and does not answer`,
  byBuildbotWorker: (pid: number) =>
    `run by buildbot-worker (process ${pid}), which does not show its state`,
  rows: {
    worker: (name: string, master: string, protocol: string) =>
      `worker ${name} of ${master}, by ${protocol}`,
    process: (pid: number, host: string, version: string, since: string) =>
      `process ${pid} of ${host}, Buildtray ${version}, since ${since}`,
    heard: (at: string) => `master last heard at ${at}`,
    builders: (names: readonly string[]) => `builders: ${names.join(', ')}`,
    running: (builder: string, command: string, since: string) =>
      `${builder} runs ${command} since ${since}`,
    left: (pids: readonly number[]) => `processes that could not be ended: ${pids.join(', ')}`,
  },
  states: 'Last states',
  stateSince: (at: string, kind: string, problem: string | undefined) =>
    problem === undefined ? `${at} ${kind}` : `${at} ${kind}: ${problem}`,
  settings: 'Settings',
  setting: (name: string, value: string) => `${name}: ${value}`,
  origins: {
    set: 'set',
    notSet: 'not set',
    byDefault: (value: string) => `${value} (default)`,
    computed: (line: number) => `computed by the code in line ${line}`,
    unusable: (line: number) => `line ${line} cannot be used`,
  },
  checks: 'Checks',
  check: (id: CheckResult['id'], state: CheckResult['state'], sentences: string) =>
    `${id} ${state}: ${sentences}`,
  log: (lines: number, path: string) =>
    `${format.plural(lines, { one: 'Last line', other: `Last ${lines} lines` })} of ${path}`,
  noLog: 'Log',
};
