/**
 * Everything a worker needs to run, as `buildbot.tac` holds it. Words and defaults are those of
 * `buildbot-worker create-worker`.
 */
export interface WorkerConfig {
  /** Absolute path of the worker's own directory. */
  readonly basedir: string;
  readonly master: MasterAddress;
  readonly workerName: string;
  readonly password: string;
  readonly protocol: Protocol;
  /** Seconds between keepalives; 0 sends none. Default 600. */
  readonly keepalive: number;
  /** Longest pause between two tries to connect, in seconds. Default 300. */
  readonly maxdelay: number;
  /** Failed tries in a row after which the worker stops; undefined tries for ever. */
  readonly maxretries: number | undefined;
  /** File mode creation mask of the worker and its builds; undefined keeps the inherited one. */
  readonly umask: number | undefined;
  /** Processors the master is told of; undefined detects them. */
  readonly numcpus: number | undefined;
  /** Encoding of command lines and of programs' output. Default `utf-8`. */
  readonly unicodeEncoding: string;
  /** How a graceful shutdown may be asked for from outside; undefined refuses both ways. */
  readonly allowShutdown: 'signal' | 'file' | undefined;
  /** Remove directories that no builder owns when the builder list arrives. Default false. */
  readonly deleteLeftoverDirs: boolean;
  /** Bytes at which the log is rotated; undefined never rotates it. Default 10,000,000. */
  readonly logSize: number | undefined;
  /** Rotated logs that are kept; undefined keeps all. Default 10. */
  readonly logCount: number | undefined;
  /** Path of the master's WebSocket, with the MessagePack protocol only. Default: none. */
  readonly path?: string;
  /** Whether the master's file commands may leave basedir. Default `basedir`. */
  readonly fileAccess?: 'basedir' | 'anywhere';
}

export const PROTOCOLS = ['pb', 'msgpack_experimental_v7'] as const;
export type Protocol = (typeof PROTOCOLS)[number];

/** How to reach the master: a host, perhaps through a proxy, or a Twisted connection string. */
export type MasterAddress =
  | {
      readonly kind: 'host';
      readonly host: string;
      readonly port: number;
      readonly useTls: boolean;
      readonly proxyConnectionString: string | undefined;
    }
  | { readonly kind: 'connection-string'; readonly connectionString: string };

export const DEFAULT_PORT = 9989;

/** The values `create-worker` starts from. */
export const WORKER_DEFAULTS = {
  protocol: 'pb',
  keepalive: 600,
  maxdelay: 300,
  maxretries: undefined,
  umask: undefined,
  numcpus: undefined,
  unicodeEncoding: 'utf-8',
  allowShutdown: undefined,
  deleteLeftoverDirs: false,
  logSize: 10_000_000,
  logCount: 10,
} as const satisfies Partial<WorkerConfig>;
