import type { ExtraName } from '../../contract/settings.ts';
import type { MasterFault, SettingFault } from '../../worker-settings/setting-fault.ts';
import { octal } from '../../worker-settings/setting-fault.ts';
import type { SettingGroup, WorkerSettingName } from '../../worker-settings/settings-table.ts';
import { format } from './format.ts';

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
    help: 'How often the master is asked whether it is still there; 0 never asks.',
  },
  maxdelay: {
    label: 'Longest wait between tries',
    help: 'Tries to connect come quickly at first, then less and less often up to this.',
  },
  maxretries: {
    label: 'Failed tries before giving up',
    help: 'The worker stops after so many in a row.',
    none: 'not set: tries for ever',
  },
  allowShutdown: {
    label: 'Graceful shutdown from outside',
    help: 'How programs on this machine may ask the worker to leave once its builds have ended. The window, the tray and buildtray stop --graceful always may.',
    none: 'Not allowed',
    choices: { signal: 'By the signal SIGHUP', file: 'By touching shutdown.stamp' },
  },
  basedir: {
    label: 'Base directory',
    help: 'Where builds run. A dot stands for the directory of buildbot.tac, which is nearly always right.',
  },
  numcpus: {
    label: 'Processors',
    help: 'How many the master is told of; projects mostly run that many jobs at once.',
    none: 'not set: those of this machine',
  },
  umask: {
    label: 'File mode mask',
    help: 'Permissions that files made by builds do not get, in octal: 022 lets others read, 077 keeps them out.',
    none: 'not set: that of your session',
  },
  unicodeEncoding: {
    label: 'Encoding',
    help: 'How command lines and the output of programs are written, such as utf-8 or latin-1.',
  },
  deleteLeftoverDirs: {
    label: 'Remove leftover directories',
    help: 'Deletes directories in the base directory that belong to no builder any more, each time the worker connects.',
  },
  fileAccess: {
    label: 'File access',
    help: 'Where uploads, downloads and the like may read and write. What builds run themselves is not held by this.',
    choices: { basedir: 'Inside the base directory only', anywhere: 'Anywhere you may' },
  },
  logSize: {
    label: 'Size of a log file',
    help: 'A new file is begun when the log has grown to this.',
    none: 'not set: never rotated',
  },
  logCount: {
    label: 'Older log files to keep',
    help: 'The oldest are removed.',
    none: 'not set: all are kept',
  },
  tlsPin: {
    label: 'Certificate pin',
    help: 'The SHA-256 of the master’s certificate or public key, for certificates that no authority vouches for.',
    none: 'not set: authorities decide',
  },
  tlsAuthorities: {
    label: 'Own authorities',
    help: 'A PEM file, or a directory of them, that counts besides the system’s authorities.',
    none: 'not set: the system’s alone',
  },
  proxyUser: {
    label: 'User at the proxy',
    help: 'For a proxy that wants a login.',
    none: 'not set: no login',
  },
  proxyPassword: { label: 'Password at the proxy', help: 'Kept in buildtray.json, for you alone.' },
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
  tries: 'tries',
  processors: 'processors',
  files: 'files',
};

const SHAPES: Readonly<Partial<Record<WorkerSettingName, string>>> = {
  host: 'Write the name or address of a machine, without the port.',
  connectionString: 'Write a connection string, such as tls:host=ci.example.org:port=9989.',
  proxyConnectionString: 'Write a connection string, such as tcp:host=proxy.example.org:port=3128.',
  unicodeEncoding: 'Write the name of an encoding, such as utf-8.',
  basedir: 'Write the whole path of a directory, or a dot.',
};

function fault(problem: SettingFault | MasterFault): string {
  switch (problem.kind) {
    case 'needed':
    case 'empty':
      return 'This needs a value.';
    case 'switch':
      return 'This is on or off.';
    case 'choice':
      return 'Choose one of the values.';
    case 'number': {
      const { min, max, base } = problem;
      const shown = (value: number): string => (base === 8 ? octal(value) : format.number(value));
      return max === undefined
        ? `Write a whole number, at least ${shown(min)}.`
        : `Write a number from ${shown(min)} to ${shown(max)}.`;
    }
    case 'beside-host':
      return 'A connection string replaces host and port: leave both empty.';
    case 'beside-string':
      return 'A connection string and the proxy’s exclude each other: clear one of them.';
    case 'one-line':
      return 'Write one line, without control characters.';
    case 'shape':
      return SHAPES[problem.name] ?? 'This value is not allowed.';
  }
}

/** The page of one worker's settings. */
export const settings = {
  about: (path: string) => `They stand in ${path}, which buildbot-worker can run as well.`,
  fields: FIELDS,
  groups: GROUPS,
  units: UNITS,
  fault,
  search: 'Find a setting',
  nothingFound: 'No setting has these words.',
  noneByDefault: 'not set',
  on: 'on',
  off: 'off',
  isSet: 'set; type to change it',
  isNotSet: 'not set',
  clear: (label: string) => `Do not set: ${label}`,
  undoOne: (label: string) => `Undo: ${label}`,
  undoAll: 'Undo all',
  changes: (count: number) =>
    format.plural(count, {
      one: 'One change is not saved',
      other: `${count} changes are not saved`,
    }),
  faulty: (labels: readonly string[]) => `Cannot be saved like this: ${format.list(labels)}`,
  way: 'Reach the master by',
  byHost: 'Host and port',
  byString: 'Connection string',
  computed: (line: number) =>
    `Computed by code in line ${line} of the file, and only changed there:`,
  unusable: (line: number, wanted: string) =>
    `Line ${line} of the file holds something else than ${wanted}.`,
  changedMeanwhile:
    'The file was changed by somebody else since this page read it, so nothing was written. The page shows its values now, with your changes on top: look at them, then save again.',
  file: 'buildbot.tac',
  showFile: 'Show buildbot.tac',
  hideFile: 'Hide buildbot.tac',
  showChanges: 'Show what changes',
  wouldChange: 'What saving changes in buildbot.tac; secrets are masked',
  noTextChange:
    'Nothing that can be seen changes in buildbot.tac: passwords are masked, and some settings stand elsewhere.',
  savedNow: 'It holds now.',
  savedReconnect: 'Some of it holds at the next connection.',
  savedRestart: 'Some of it holds when the worker starts anew.',
  waiting: 'Saved settings wait',
  notFollowed: 'Saved, but the worker cannot follow it',
};
