import type { WorkerSettings } from './settings-table.ts';

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

/** The settings that together name the master. */
export type MasterSettingName =
  | 'host'
  | 'port'
  | 'useTls'
  | 'connectionString'
  | 'proxyConnectionString';

type ConfigValue<T> = null extends T ? Exclude<T, null> | undefined : T;

/**
 * Everything that a worker needs to run: its settings, the master's as one address, basedir as an absolute
 * path, undefined where nothing is set.
 */
export type WorkerConfig = { readonly master: MasterAddress } & {
  readonly [Name in Exclude<keyof WorkerSettings, MasterSettingName>]: ConfigValue<
    WorkerSettings[Name]
  >;
};
