import { WORKER_DEFAULTS } from '../worker-settings/worker-config.ts';

/** One option of `create-worker`, as `buildbot-worker create-worker` has it. */
export interface CreateWorkerOption {
  readonly name: CreateWorkerOptionName;
  readonly short?: string;
  /** What stands for the value in the help; a switch has none. */
  readonly value?: string;
  /** As it would be typed; undefined where leaving it out means nothing is set. */
  readonly byDefault?: string;
  readonly description: string;
}

/** Stands for the protocol that the master's port turns out to speak; never written down. */
export const AUTO_PROTOCOL = 'auto';

/** Every option, in the order of the help. The refusals stand in `create-worker-request.ts`. */
export const CREATE_WORKER_OPTIONS = [
  {
    name: 'force',
    short: 'f',
    description: 'accepted for older scripts: an existing directory is used again anyway',
  },
  {
    name: 'relocatable',
    short: 'r',
    description: 'write a buildbot.tac that still works when the directory is moved',
  },
  { name: 'no-logrotate', short: 'n', description: 'let the log grow without end' },
  { name: 'quiet', short: 'q', description: 'print errors only' },
  { name: 'use-tls', description: 'talk to the master through TLS' },
  {
    name: 'delete-leftover-dirs',
    description: 'remove directories that no builder owns whenever the master sends its builders',
  },
  {
    name: 'keepalive',
    short: 'k',
    value: 'seconds',
    byDefault: String(WORKER_DEFAULTS.keepalive),
    description: 'time between two signs of life to the master; 0 sends none',
  },
  {
    name: 'umask',
    value: 'mask',
    byDefault: 'None',
    description: 'permissions that new files do not get, such as 0o22; None keeps your own',
  },
  {
    name: 'maxdelay',
    value: 'seconds',
    byDefault: String(WORKER_DEFAULTS.maxdelay),
    description: 'longest wait between two tries to connect',
  },
  {
    name: 'maxretries',
    value: 'number',
    byDefault: 'None',
    description: 'failed tries in a row after which the worker stops; None tries for ever',
  },
  {
    name: 'numcpus',
    value: 'number',
    byDefault: 'None',
    description: 'processors the master is told of; None counts them',
  },
  {
    name: 'log-size',
    short: 's',
    value: 'bytes',
    byDefault: String(WORKER_DEFAULTS.logSize),
    description: 'size at which the log is rotated',
  },
  {
    name: 'log-count',
    short: 'l',
    value: 'number',
    byDefault: String(WORKER_DEFAULTS.logCount),
    description: 'rotated logs that are kept; None keeps all',
  },
  {
    name: 'allow-shutdown',
    short: 'a',
    value: 'way',
    description:
      "let a graceful shutdown be asked for: 'signal' (SIGHUP) or 'file' (shutdown.stamp)",
  },
  {
    name: 'protocol',
    value: 'protocol',
    byDefault: WORKER_DEFAULTS.protocol,
    description:
      "how to talk to the master: 'pb', 'msgpack_experimental_v7', or 'auto' to ask its port now",
  },
  {
    name: 'connection-string',
    value: 'endpoint',
    description: 'Twisted connection string of the master, used instead of <master>',
  },
  {
    name: 'proxy-connection-string',
    value: 'endpoint',
    description: 'Twisted connection string of an HTTP proxy that knows CONNECT',
  },
  // What follows is Buildtray's own.
  {
    name: 'unicode-encoding',
    value: 'name',
    byDefault: WORKER_DEFAULTS.unicodeEncoding,
    description: "encoding of command lines and of programs' output, such as latin-1 or cp932",
  },
  {
    name: 'tls-pin',
    value: 'sha256',
    description:
      "SHA-256 of the master's certificate or public key, which is then trusted by itself",
  },
  {
    name: 'tls-authorities',
    value: 'path',
    description: 'PEM file, or directory of them, with authorities to trust besides the system',
  },
  { name: 'proxy-user', value: 'user', description: 'user name for the HTTP proxy' },
  {
    name: 'proxy-password',
    value: 'password',
    description: 'password for the HTTP proxy; - reads it from standard input',
  },
  {
    name: 'admin',
    value: 'text',
    description:
      "who looks after this machine, for info/admin, such as 'Ada <ada@example.org>'; without it whom git knows as you",
  },
  {
    name: 'munge-email',
    description: 'write addresses in info/admin as "ada at example dot org"',
  },
  {
    name: 'access-uri',
    value: 'uri',
    description:
      'how people the master trusts reach this machine, such as ssh://me@host, for info/access_uri; not written without',
  },
] as const satisfies readonly {
  name: string;
  short?: string;
  value?: string;
  byDefault?: string;
  description: string;
}[];

type Row = (typeof CREATE_WORKER_OPTIONS)[number];
export type CreateWorkerOptionName = Row['name'];
/** Options that take a value. */
export type CreateWorkerValueName = Extract<Row, { value: string }>['name'];
/** Options that are there or not. */
export type CreateWorkerSwitchName = Exclude<CreateWorkerOptionName, CreateWorkerValueName>;

/** The rows under one type, for code that goes through all of them. */
export const createWorkerOptions: readonly CreateWorkerOption[] = CREATE_WORKER_OPTIONS;
