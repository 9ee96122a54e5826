import { createWorkerOptions } from '../basedir/create-worker-options.ts';

/** An option of a verb: `-s, --long <value>`. */
export interface VerbOption {
  readonly name: string;
  readonly short?: string;
  /** What stands for the value in the help; a switch has none. */
  readonly value?: string;
  /** As it would be typed; undefined where leaving it out means nothing is set. */
  readonly byDefault?: string;
  readonly description: string;
}

/** A word after the verb. */
export interface VerbArgument {
  readonly name: string;
  readonly description: string;
  /** What stands for it when it is left out; undefined when it is needed. */
  readonly byDefault?: string;
  /** Whether any number of words may stand there. */
  readonly isMany?: boolean;
  /** What a shell offers: directories, these words, or nothing. */
  readonly offers?: 'directories' | readonly string[];
}

/** One thing that `buildtray` does: help, man page and shell completion are made from these rows. */
export interface Verb {
  readonly name: string;
  readonly summary: string;
  /** More for the man page, a paragraph each. */
  readonly about: readonly string[];
  readonly args: readonly VerbArgument[];
  /** It tells its words apart itself, since not only the last may be left out. */
  readonly isOpenEnded?: boolean;
  readonly options: readonly VerbOption[];
  /** What status 0 and 1 mean; wrong usage is 2 everywhere. */
  readonly exit: { readonly ok: string; readonly failed: string };
}

/** For the worker that `start` leaves behind; not for people. */
export const RUN_IN_BACKGROUND = 'run-in-background';

/** Prints the manual, for the build and for docs/; not for people. */
export const MANUAL = 'manual';

const SHELLS = ['bash', 'zsh', 'fish'] as const;

const DIR: VerbArgument = {
  name: 'dir',
  description: 'base directory of the worker',
  byDefault: '.',
  offers: 'directories',
};
const NODAEMON: VerbOption = {
  name: 'nodaemon',
  description: 'stay in the foreground and print the log',
};
const QUIET: VerbOption = { name: 'quiet', short: 'q', description: 'print errors only' };
const GRACEFUL: VerbOption = {
  name: 'graceful',
  short: 'g',
  description: 'let running builds end first, and show what is waited for',
};

const AS_JSON: VerbOption = { name: 'json', description: 'print them as JSON, for programs' };

const RECONNECT: VerbOption = {
  name: 'reconnect',
  short: 'r',
  description: 'connect anew between builds where that is needed',
};

const STARTED = {
  ok: 'the worker is attached to its master; with --nodaemon, it has left as it was told to',
  failed:
    'it is not attached: it goes on trying, or it has ended, as the sentence says; with --nodaemon, it gave up',
};
const STOPPED_BY_CTRL_C =
  'With --graceful, Ctrl-C ends the waiting and nothing else: the worker still stops once its builds have ended.';

export const VERBS = [
  {
    name: 'create-worker',
    summary: 'make the directory of a worker',
    about: [
      'Makes DIR with a buildbot.tac of mode 0600 and the files under info/, which the master shows to everybody. Files that are there already are never overwritten: where buildbot.tac differs, buildbot.tac.new is written beside it.',
      'MASTER is host[:port], an IPv6 address in brackets; the port is 9989 unless given. PASSWD may be -, which reads it from standard input and keeps it out of the history of the shell.',
    ],
    args: [
      { name: 'dir', description: 'directory to make', offers: 'directories' },
      { name: 'master', description: 'host[:port] of the master' },
      { name: 'name', description: 'name of the worker' },
      { name: 'passwd', description: 'its password; - reads it from standard input' },
    ],
    isOpenEnded: true,
    options: createWorkerOptions,
    exit: { ok: 'the directory is there', failed: 'it could not be made' },
  },
  {
    name: 'upgrade-worker',
    summary: "bring an older worker's buildbot.tac up to date; the old one is kept beside it",
    about: [
      'Takes directories of every Buildbot since 0.7: what the upgrade asks people to change by hand is done, everything else in the file is kept, info/ and the build directories are not touched. The old file becomes buildbot.tac.old.',
    ],
    args: [DIR],
    options: [
      { name: 'dry-run', short: 'n', description: 'print what would change and write nothing' },
      {
        name: 'quiet',
        short: 'q',
        description: 'print errors, and the changes of a dry run, only',
      },
    ],
    exit: {
      ok: 'the directory is up to date, or would be',
      failed: 'it has to be done by hand, or cannot be written',
    },
  },
  {
    name: 'start',
    summary: 'run the worker of a directory',
    about: [
      'Starts the worker in the background and waits up to 10 seconds for it to be attached. Its output goes to worker.log; files that it makes are for its owner alone unless umask is set.',
      'A directory is run once only, by Buildtray or by buildbot-worker. A worker that the tray app has stopped connects again.',
    ],
    args: [DIR],
    options: [NODAEMON, QUIET],
    exit: STARTED,
  },
  {
    name: 'stop',
    summary: 'stop the worker of a directory',
    about: [
      'Ends what the worker runs, and waits up to 10 seconds until it is gone. A worker of the tray app stops, and the app runs on.',
      STOPPED_BY_CTRL_C,
    ],
    args: [DIR],
    options: [GRACEFUL, QUIET],
    exit: {
      ok: 'no worker runs there any more, whether or not one did',
      failed: 'it still runs',
    },
  },
  {
    name: 'restart',
    summary: 'stop the worker of a directory, then start it',
    about: ['Starts it where none ran, too.', STOPPED_BY_CTRL_C],
    args: [DIR],
    options: [NODAEMON, GRACEFUL, QUIET],
    exit: STARTED,
  },
  {
    name: 'settings',
    summary: 'print every setting of a worker',
    about: [
      'A line each: its value, its default, and when a change counts. What code computes in buildbot.tac is named with its line, and what keeps a worker from running stands below. Passwords are not shown.',
    ],
    args: [DIR],
    options: [{ name: 'verbose', short: 'v', description: 'tell what each is for' }, AS_JSON],
    exit: { ok: 'they were printed', failed: 'the file cannot be read' },
  },
  {
    name: 'set',
    summary: 'change settings of a worker',
    about: [
      'Such as set keepalive=300 umask=0o22: names and values as buildtray settings prints them, text without quotes. None takes a setting away. For passwd and proxy.password the value - reads a line of standard input.',
      'All of the changes are made or none. Every other character of buildbot.tac stays; what code computes there can only be changed by hand. The running worker follows as by buildtray reload.',
    ],
    args: [DIR, { name: 'name=value', description: 'what to change', isMany: true }],
    isOpenEnded: true,
    options: [
      { name: 'dry-run', short: 'n', description: 'print what would change and write nothing' },
      RECONNECT,
      QUIET,
    ],
    exit: {
      ok: 'the settings are so, and the running worker follows, or will',
      failed: 'they cannot be read or written, or the running worker cannot follow',
    },
  },
  {
    name: 'reload',
    summary: 'have the running worker follow what its directory says now',
    about: [
      'Reads buildbot.tac and buildtray.json anew, and says what has changed. keepalive, maxdelay, maxretries, allow_shutdown and the rotation of the log hold at once; umask and basedir when the worker starts anew; everything else at the next connection.',
      'With --reconnect that connection comes as soon as no build runs.',
    ],
    args: [DIR],
    options: [RECONNECT],
    exit: {
      ok: 'the worker follows, or will',
      failed: 'no worker runs there, or it cannot run with what the directory says',
    },
  },
  {
    name: 'hostinfo',
    summary: 'print or change what the project is told of this machine',
    about: [
      "Prints the files under info/, which the master's web page shows to everybody. NAME=TEXT writes one, such as admin='Ada <ada@example.org>'; - as text reads it from standard input, an empty text removes the file.",
      'The master reads them when the worker connects; with --reconnect that is as soon as no build runs. With --told everything is printed that leaves this machine at that moment, and the names of variables that are kept from builds and master.',
    ],
    args: [
      DIR,
      { name: 'name=text', description: 'a file and its text', byDefault: '', isMany: true },
    ],
    isOpenEnded: true,
    options: [
      { name: 'fill-in', short: 'f', description: 'write admin and host from this machine' },
      {
        name: 'munge-email',
        description: 'with --fill-in, write addresses as "ada at example dot org"',
      },
      { name: 'shared', description: 'of a link, change the file that it leads to' },
      { name: 'replace-link', description: 'put a file of its own in the place of a link' },
      { name: 'told', short: 't', description: 'print everything that the master is told' },
      RECONNECT,
      QUIET,
    ],
    exit: {
      ok: 'it was printed, or is written',
      failed: 'a file cannot be read or written, or is a link and neither option says what to do',
    },
  },
  {
    name: 'status',
    summary: 'print what the worker of a directory is doing',
    about: [
      'Asks the running process for its state, its master, its builders, the commands that run, when the master was last heard, and when the next try comes.',
    ],
    args: [DIR],
    options: [{ name: 'json', description: 'print it as JSON, for programs' }],
    exit: {
      ok: 'a worker runs there, in whatever state',
      failed: 'none does, or it cannot be asked',
    },
  },
  {
    name: 'builds',
    summary: 'print what ran here, newest first, or forget it',
    about: [
      'A line each: when it began, how it went as far as a worker can tell, its builder, how long it took, how many commands it had and how much they printed. What the tray app and buildtray start have run is kept, up to 2,000 builds, in a folder of yours; what buildbot-worker has run is not.',
      'With --clear all of it is removed without a question, but for builds that run, and the number of removed builds is printed. The running worker forgets them, too, and the window of the tray app shows them no longer. The master keeps its own.',
    ],
    args: [DIR],
    options: [
      {
        name: 'lines',
        short: 'n',
        value: 'number',
        byDefault: '20',
        description: 'how many builds',
      },
      { name: 'builder', short: 'b', value: 'name', description: 'those of one builder' },
      {
        name: 'search',
        short: 's',
        value: 'text',
        description: 'those with these words in builder, commands or directories',
      },
      { name: 'verbose', short: 'v', description: 'print their commands too' },
      { name: 'clear', description: 'remove the history; no other option but --json goes with it' },
      AS_JSON,
    ],
    exit: {
      ok: 'they were printed or removed, or there are none',
      failed: 'they cannot be read or removed',
    },
  },
  {
    name: 'pause',
    summary: 'let running builds end, then stay away from the master',
    about: [
      'The worker disconnects and connects again by itself when the time has come. Without an option it stays away until it is resumed.',
    ],
    args: [DIR],
    options: [
      { name: 'hours', value: 'number', description: 'come back after so many hours' },
      { name: 'until-tomorrow', description: 'come back at six in the morning' },
    ],
    exit: { ok: 'the worker pauses, or will', failed: 'no worker runs there, or it refuses' },
  },
  {
    name: 'resume',
    summary: 'end the pause of a worker',
    about: ['Also takes back a pause that waits for running builds.'],
    args: [DIR],
    options: [],
    exit: { ok: 'the worker takes builds', failed: 'no worker runs there' },
  },
  {
    name: 'cancel',
    summary: 'take back a graceful stop or a pause that still waits for builds',
    about: [
      'The worker attaches anew as soon as nothing runs, since only then the master gives builds again.',
    ],
    args: [DIR],
    options: [],
    exit: { ok: 'the worker goes on', failed: 'no worker runs there' },
  },
  {
    name: 'check',
    summary: 'check whether the worker of a directory can run',
    about: [
      'Prints a line each: the name of the master, its port, TLS, the protocol, the login, the directory, the free disk, the clock. The login is a real one that is left at once; a worker of that name that runs is not disturbed.',
    ],
    args: [DIR],
    options: [],
    exit: { ok: 'nothing stands in the way', failed: 'a check failed' },
  },
  {
    name: 'logs',
    summary: 'print the log of a worker',
    about: [
      'Prints the newest lines, those of files that were rotated included, and of twistd.log where buildbot-worker ran last.',
    ],
    args: [DIR],
    options: [
      { name: 'follow', short: 'f', description: 'go on printing what is written' },
      {
        name: 'lines',
        short: 'n',
        value: 'number',
        byDefault: '50',
        description: 'how many lines to begin with',
      },
      { name: 'rotate', description: 'begin a new file first, in the worker that runs' },
    ],
    exit: { ok: 'the lines were printed', failed: 'there is no log, or it could not be rotated' },
  },
  {
    name: 'rehearse',
    summary: 'run a build of a small sample with a master of its own; nothing has to be set up',
    about: ['Everything stays on this machine, in a directory that is removed at the end.'],
    args: [],
    options: [
      { name: 'quick', short: 'q', description: 'do not pause between lines' },
      { name: 'verbose', short: 'v', description: "print the commands' headers too" },
    ],
    exit: { ok: 'every step ended as it was meant to', failed: 'one did not' },
  },
  {
    name: 'completion',
    summary: 'print the script that completes these words in a shell',
    about: [
      'Such as source <(buildtray completion bash) in the start-up file of the shell; in zsh behind compinit; in fish buildtray completion fish | source.',
    ],
    args: [{ name: 'shell', description: 'bash, zsh or fish', offers: SHELLS }],
    options: [],
    exit: { ok: 'it was printed', failed: 'never' },
  },
] as const satisfies readonly Verb[];

export type VerbName = (typeof VERBS)[number]['name'];

/** The rows under one type, for code that goes through all of them. */
export const verbs: readonly Verb[] = VERBS;
