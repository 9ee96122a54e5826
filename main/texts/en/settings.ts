import type { Expected } from '../../contract/problems/facts.ts';
import type { ExtraName } from '../../contract/settings.ts';
import { type MasterFault, octal, type SettingFault } from '../../worker-settings/setting-fault.ts';
import type { SettingGroup, WorkerSettingName } from '../../worker-settings/settings-table.ts';
import { format } from './format.ts';
import { expectedText } from './problems/facts.ts';

export type FieldName = WorkerSettingName | ExtraName;

export interface FieldTexts {
  readonly label: string;
  readonly help: string;
  /** What it means that nothing is set. */
  readonly none?: string;
  /** Values of a choice, by what the file says. */
  readonly choices?: Readonly<Record<string, string>>;
}

const FIELDS: Readonly<Record<FieldName, FieldTexts>> = {
  host: {
    label: 'Host',
    help: 'The name or address of the master’s machine, such as ci.example.org.',
  },
  port: { label: 'Port', help: 'Where the master listens for workers; usually 9989.' },
  useTls: {
    label: 'Encrypt with TLS',
    help: 'For masters that listen with a certificate on this port.',
  },
  connectionString: {
    label: 'Connection string',
    help: 'A Twisted client endpoint, such as tls:host=ci.example.org:port=9989.',
    none: 'not set: host and port are used',
  },
  proxyConnectionString: {
    label: 'Proxy',
    help: 'An HTTP proxy between this machine and the master, such as tcp:host=proxy:port=3128.',
    none: 'not set: connects directly',
  },
  protocol: {
    label: 'Protocol',
    help: 'Perspective Broker is what nearly every master speaks.',
    choices: { pb: 'Perspective Broker', msgpack_experimental_v7: 'MessagePack (experimental)' },
  },
  path: {
    label: 'Path of the WebSocket',
    help: 'For MessagePack behind a web server that gives the master a path.',
    none: 'not set: no path',
  },
  workerName: { label: 'Worker name', help: 'As the project’s administrator gave it to you.' },
  password: { label: 'Password', help: 'As the project’s administrator gave it to you.' },
  keepalive: {
    label: 'Keepalive',
    help: 'How often the worker checks that the master is still there; 0 never checks.',
  },
  maxdelay: {
    label: 'Longest delay between attempts',
    help: 'Attempts to connect are frequent at first, then less and less so, up to this delay.',
  },
  maxretries: {
    label: 'Failed attempts before giving up',
    help: 'The worker stops after this many in a row.',
    none: 'not set: never gives up',
  },
  allowShutdown: {
    label: 'Graceful shutdown from outside',
    help: 'How programs on this machine may ask the worker to shut down once its builds have ended. The window, the tray and buildtray stop --graceful always can.',
    none: 'Not allowed',
    choices: { signal: 'By the signal SIGHUP', file: 'By touching shutdown.stamp' },
  },
  basedir: {
    label: 'Base directory',
    help: 'Where builds run. A dot means the directory of buildbot.tac, which is nearly always right.',
  },
  numcpus: {
    label: 'Processors',
    help: 'How many to report to the master; projects usually run this many jobs at once.',
    none: 'not set: as many as this machine has',
  },
  umask: {
    label: 'File mode mask',
    help: 'Permissions that files made by builds are not given, in octal: 022 lets others read, 077 keeps them out.',
    none: 'not set: the one of your session',
  },
  unicodeEncoding: {
    label: 'Encoding',
    help: 'The encoding of command lines and of program output, such as utf-8 or latin-1.',
  },
  deleteLeftoverDirs: {
    label: 'Remove leftover directories',
    help: 'Deletes directories in the base directory that no longer belong to a builder, each time the worker connects.',
  },
  fileAccess: {
    label: 'File access',
    help: 'Where the master’s file commands, such as uploads, may read and write. This does not limit the programs that builds run.',
    choices: { basedir: 'Inside the base directory only', anywhere: 'Anywhere you have access' },
  },
  logSize: {
    label: 'Size of a log file',
    help: 'A new file is started when the log reaches this size.',
    none: 'not set: never rotated',
  },
  logCount: {
    label: 'Older log files to keep',
    help: 'The oldest are deleted.',
    none: 'not set: all are kept',
  },
  tlsPin: {
    label: 'Certificate pin',
    help: 'The SHA-256 of the master’s certificate or public key, for certificates that no authority has signed.',
    none: 'not set: authorities decide',
  },
  tlsAuthorities: {
    label: 'Additional authorities',
    help: 'A PEM file, or a directory of them, trusted in addition to the system’s authorities.',
    none: 'not set: the system’s only',
  },
  proxyUser: {
    label: 'Proxy user',
    help: 'For a proxy that requires a login.',
    none: 'not set: no login',
  },
  proxyPassword: {
    label: 'Proxy password',
    help: 'Kept in buildtray.json, which only you can read.',
  },
};

const GROUPS: Readonly<Record<SettingGroup | 'extras', string>> = {
  master: 'Master',
  extras: 'Certificate and proxy login',
  login: 'Login',
  behaviour: 'Connection',
  builds: 'Builds',
  log: 'Log',
};

const UNITS: Readonly<Record<string, string>> = {
  seconds: 'seconds',
  bytes: 'bytes',
  tries: 'attempts',
  processors: 'processors',
  files: 'files',
};

const SHAPES: Readonly<Partial<Record<WorkerSettingName, string>>> = {
  host: 'Enter the name or address of a machine, without the port.',
  connectionString: 'Enter a connection string, such as tls:host=ci.example.org:port=9989.',
  proxyConnectionString: 'Enter a connection string, such as tcp:host=proxy.example.org:port=3128.',
  unicodeEncoding: 'Enter the name of an encoding, such as utf-8.',
  basedir: 'Enter the full path of a directory, or a dot.',
};

function fault(problem: SettingFault | MasterFault): string {
  switch (problem.kind) {
    case 'needed':
    case 'empty':
      return 'Enter a value.';
    case 'switch':
      return 'Enter on or off.';
    case 'choice':
      return 'Choose one of the values.';
    case 'number': {
      const { min, max, base } = problem;
      const shown = (value: number): string => (base === 8 ? octal(value) : format.number(value));
      return max === undefined
        ? `Enter a whole number, at least ${shown(min)}.`
        : `Enter a number from ${shown(min)} to ${shown(max)}.`;
    }
    case 'beside-host':
      return 'A connection string replaces host and port: leave both empty.';
    case 'beside-string':
      return 'A connection string cannot be combined with a proxy: clear one of them.';
    case 'one-line':
      return 'Enter one line, without control characters.';
    case 'shape':
      return SHAPES[problem.name] ?? 'This value is not allowed.';
  }
}

/** The page of one worker's settings. */
export const settings = {
  about: (path: string) => `Stored in ${path}, which buildbot-worker can run as well.`,
  fields: FIELDS,
  groups: GROUPS,
  units: UNITS,
  fault,
  search: 'Find a setting',
  nothingFound: 'No settings match.',
  noneByDefault: 'not set',
  on: 'on',
  off: 'off',
  isSet: 'set; type to change it',
  isNotSet: 'not set',
  clear: (label: string) => `Clear: ${label}`,
  undoOne: (label: string) => `Undo: ${label}`,
  undoAll: 'Undo all',
  changes: (count: number) =>
    format.plural(count, {
      one: 'One unsaved change',
      other: `${count} unsaved changes`,
    }),
  faulty: (labels: readonly string[]) => `Fix before saving: ${format.list(labels)}`,
  way: 'Connect by',
  byHost: 'Host and port',
  byString: 'Connection string',
  computed: (line: number) => `Computed by code in line ${line} of the file; change it there:`,
  unusable: (line: number, expected: Expected) =>
    `Line ${line} of the file is not ${expectedText(expected)}.`,
  changedMeanwhile:
    'Another program changed the file after this page read it, so nothing was saved. The page now shows the new values with your changes on top: check them, then save again.',
  file: 'buildbot.tac',
  showFile: 'Show buildbot.tac',
  hideFile: 'Hide buildbot.tac',
  showChanges: 'Show changes',
  wouldChange: 'Changes that saving makes to buildbot.tac; secrets are masked',
  noTextChange:
    'No visible change to buildbot.tac: passwords are masked, and some settings are stored elsewhere.',
  savedNow: 'Applied.',
  savedReconnect: 'Some changes apply at the next connection.',
  savedRestart: 'Some changes apply when the worker restarts.',
  waiting: 'Some saved settings are not in effect yet',
  notFollowed: 'Saved, but the worker cannot apply it',
};
