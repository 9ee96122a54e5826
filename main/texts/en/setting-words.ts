import type { SettingOption } from '../../worker-settings/setting-row.ts';
import type { SettingName, TableRow } from '../../worker-settings/settings-table.ts';

/** The words of a setting. */
export interface SettingWords {
  readonly label: string;
  readonly help: string;
  /** What it means that nothing is set. */
  readonly none?: string;
  /** Values of a choice, by what the file has. */
  readonly choices?: Readonly<Record<string, string>>;
  /** What to write where a value has another shape. */
  readonly shape?: string;
  /** The option of `create-worker`, in its help. */
  readonly option?: string;
}

type ShapeOf<Row> = Row extends { readonly pattern: RegExp } | { readonly typedPattern: RegExp }
  ? { readonly shape: string }
  : unknown;
type OptionOf<Row> = Row extends { readonly option: SettingOption }
  ? { readonly option: string }
  : unknown;
type ChoicesOf<Row> = Row extends { readonly choices: readonly (infer Choice extends string)[] }
  ? { readonly choices: Readonly<Record<Choice, string>> }
  : unknown;

/** Every setting's words; without those that its row requires, nothing compiles. */
export type AllSettingWords = {
  readonly [Row in TableRow as Row['name']]: SettingWords &
    ShapeOf<Row> &
    OptionOf<Row> &
    ChoicesOf<Row>;
};

const WORDS: AllSettingWords = {
  host: {
    label: 'Host',
    help: 'The name or address of the master’s machine, such as ci.example.org.',
    shape: 'Enter the name or address of a machine, without the port.',
  },
  port: {
    label: 'Port',
    help: 'Where the master listens for workers; usually 9989.',
  },
  useTls: {
    label: 'Encrypt with TLS',
    help: 'For masters that listen with a certificate on this port.',
    option: 'connect to the master over TLS',
  },
  connectionString: {
    label: 'Connection string',
    help: 'A Twisted client endpoint, such as tls:host=ci.example.org:port=9989.',
    none: 'not set: host and port are used',
    shape: 'Enter a connection string, such as tls:host=ci.example.org:port=9989.',
    option: 'Twisted connection string of the master, used instead of <master>',
  },
  proxyConnectionString: {
    label: 'Proxy',
    help: 'An HTTP proxy between this machine and the master, such as tcp:host=proxy:port=3128.',
    none: 'not set: connects directly',
    shape: 'Enter a connection string, such as tcp:host=proxy.example.org:port=3128.',
    option: 'Twisted connection string of an HTTP proxy that accepts CONNECT',
  },
  protocol: {
    label: 'Protocol',
    help: 'Perspective Broker is what nearly every master speaks.',
    choices: { pb: 'Perspective Broker', msgpack_experimental_v7: 'MessagePack (experimental)' },
    option: 'protocol of the master: pb, msgpack_experimental_v7, or auto to detect it now',
  },
  path: {
    label: 'Path of the WebSocket',
    help: 'For MessagePack through a web server that serves the master under a path.',
    none: 'not set: no path',
  },
  workerName: {
    label: 'Worker name',
    help: 'As the project’s administrator gave it to you.',
  },
  password: {
    label: 'Password',
    help: 'As the project’s administrator gave it to you.',
  },
  keepalive: {
    label: 'Keepalive',
    help: 'How often the worker checks that the master is still there; 0 never checks.',
    option: 'interval at which keepalives are sent to the master; 0 sends none',
  },
  maxdelay: {
    label: 'Longest delay between attempts',
    help: 'Attempts to connect are frequent at first, then less and less so, up to this delay.',
    option: 'longest delay between two attempts to connect',
  },
  maxretries: {
    label: 'Failed attempts before giving up',
    help: 'The worker stops after this many in a row.',
    none: 'not set: never gives up',
    option: 'failed attempts in a row after which the worker stops; None never gives up',
  },
  allowShutdown: {
    label: 'Graceful shutdown from outside',
    help: 'How programs on this machine may ask the worker to shut down once its builds have ended. The window, the tray and buildtray stop --graceful always can.',
    none: 'Not allowed',
    choices: { signal: 'By the signal SIGHUP', file: 'By touching shutdown.stamp' },
    option: 'let a graceful shutdown be requested: signal (SIGHUP) or file (shutdown.stamp)',
  },
  basedir: {
    label: 'Base directory',
    help: 'Where builds run. A dot means the directory of buildbot.tac, which is nearly always right.',
    shape: 'Enter the full path of a directory, or a dot.',
  },
  numcpus: {
    label: 'Processors',
    help: 'How many to report to the master; projects usually run this many jobs at once.',
    none: 'not set: as many as this machine has',
    option: 'number of processors to report to the master; None counts them',
  },
  umask: {
    label: 'File mode mask',
    help: 'Permissions that files made by builds are not given, in octal: 022 lets others read, 077 keeps them out.',
    none: 'not set: that of your session',
    option: 'permissions that new files do not get, such as 0o22; None keeps your own',
  },
  unicodeEncoding: {
    label: 'Encoding',
    help: 'The encoding of command lines and of program output, such as utf-8 or latin-1.',
    shape: 'Enter the name of an encoding, such as utf-8.',
    option: 'encoding of command lines and of programs’ output, such as latin-1 or cp932',
  },
  deleteLeftoverDirs: {
    label: 'Remove leftover directories',
    help: 'Deletes directories in the base directory that no longer belong to a builder, each time the worker connects.',
    option: 'remove directories that no builder owns whenever the master sends its builders',
  },
  fileAccess: {
    label: 'File access',
    help: 'Where the master’s file commands, such as uploads, may read and write. This does not limit the programs that builds run.',
    choices: { basedir: 'Inside the base directory only', anywhere: 'Anywhere you have access' },
  },
  tacEnvironment: {
    label: 'Environment from buildbot.tac',
    help: 'Applies the lines of the file that set or delete environment variables by name. Variables that look like secrets stay hidden from builds.',
  },
  leftoverProcesses: {
    label: 'Leftover processes',
    help: 'What becomes of programs that a build starts in the background, such as a server for the next step.',
    choices: {
      build: 'End with the build',
      command: 'End with the command',
      leave: 'Leave running, even after the worker stops',
    },
  },
  protection: {
    label: 'Protection',
    help: 'What builds reach on this machine. Guarded: the system read-only, their builders’ directories, and a home and temporary files of their own, but none of your files, windows or other programs. Strict: as guarded, with less of the system, a home for each builder, and no network. Linux only.',
    choices: {
      open: 'Open: all that you can reach',
      guarded: 'Guarded: nothing of yours',
      strict: 'Strict: guarded, without network',
    },
    option: 'what builds reach on this machine: open, guarded or strict',
  },
  protectionPaths: {
    label: 'Paths for protected builds',
    help: 'Directories and files that guarded and strict builds see as well, separated by commas, such as /srv/toolchain. They are read-only unless :rw follows, as in /var/cache/ccache:rw.',
    none: 'not set: none',
    shape: 'Enter full paths, separated by commas; :rw after one makes it writable.',
    option:
      'paths that guarded and strict builds see as well, separated by commas; :rw after one makes it writable',
  },
  protectionVariables: {
    label: 'Variables for protected builds',
    help: 'Environment variables that guarded and strict builds get as well, separated by commas, such as CC, MAKEFLAGS. They always get PATH, LANG and their like; secrets never.',
    none: 'not set: none',
    shape: 'Enter names of variables, separated by commas.',
    option: 'environment variables that guarded and strict builds get as well, separated by commas',
  },
  logSize: {
    label: 'Size of a log file',
    help: 'A new file is started when the log reaches this size.',
    none: 'not set: never rotated',
    option: 'size at which the log is rotated; None never rotates it',
  },
  logCount: {
    label: 'Older log files to keep',
    help: 'The oldest are deleted.',
    none: 'not set: all are kept',
    option: 'rotated logs to keep; None keeps all',
  },
  tlsPin: {
    label: 'Certificate pin',
    help: 'The SHA-256 of the master’s certificate or public key, for certificates that no authority has signed.',
    none: 'not set: authorities decide',
    shape:
      'Enter a SHA-256: sha256: and the 64 hexadecimal digits of the certificate or of its public key.',
    option: 'SHA-256 of the master’s certificate or public key, which is then trusted by itself',
  },
  tlsAuthorities: {
    label: 'Additional authorities',
    shape: 'Enter the full path, such as /home/me/farm-ca.pem.',
    help: 'A PEM file, or a directory of them, trusted in addition to the system’s authorities.',
    none: 'not set: the system’s only',
    option: 'PEM file, or directory of them, with authorities to trust besides the system’s',
  },
  proxyUser: {
    label: 'Proxy user',
    help: 'For a proxy that requires a login.',
    none: 'not set: no login',
    shape: 'Enter a user name without a colon.',
    option: 'user name for the HTTP proxy',
  },
  proxyPassword: {
    label: 'Proxy password',
    help: 'Kept in buildtray.json, which only you can read.',
    option: 'password for the HTTP proxy; - reads it from standard input',
  },
};

export const settingWords: Readonly<Record<SettingName, SettingWords>> = WORDS;
