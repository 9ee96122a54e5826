import type { TacAge, TacLiteral, TacSetting } from './tac-reading.ts';

/**
 * The order of the worker class's arguments.
 *
 * Source: Buildbot, worker/buildbot_worker/pb.py, Worker.__init__.
 */
const WORKER_ORDER: readonly TacSetting[] = [
  'buildmaster_host',
  'port',
  'workername',
  'passwd',
  'basedir',
  'keepalive',
  'keepaliveTimeout',
  'umask',
  'maxdelay',
  'numcpus',
  'unicode_encoding',
  'protocol',
  'use_tls',
  'allow_shutdown',
  'maxretries',
  'connection_string',
  'path',
  'delete_leftover_dirs',
  'proxy_connection_string',
];

/** Source: Buildbot 0.8, slave/buildslave/bot.py, BuildSlave.__init__. */
const BUILD_SLAVE_ORDER: readonly TacSetting[] = [
  'buildmaster_host',
  'port',
  'workername',
  'passwd',
  'basedir',
  'keepalive',
  'usepty',
  'keepaliveTimeout',
  'umask',
  'maxdelay',
  'numcpus',
  'unicode_encoding',
  'allow_shutdown',
];

export function positionalOrder(age: TacAge): readonly TacSetting[] {
  return age === 'buildbot_worker.bot' ? WORKER_ORDER : BUILD_SLAVE_ORDER;
}

/**
 * Variables of the file that no class is handed: buildbot-worker does not know them, and it is no
 * harm to it that they are there.
 */
export const OWN_VARIABLES: readonly TacSetting[] = ['buildtray_file_access'];

const DEFAULTS: Partial<Record<TacSetting, TacLiteral>> = {
  use_tls: false,
  delete_leftover_dirs: false,
  protocol: 'pb',
  buildtray_file_access: 'basedir',
};

/** What a setting is where the file does not have it. */
export function valueWhenAbsent(setting: TacSetting): TacLiteral {
  return DEFAULTS[setting] ?? null;
}

/** Where an argument's name differs from the variable that `create-worker` writes. */
const KEYWORDS: Partial<Record<TacSetting, string>> = {
  workername: 'name',
  maxretries: 'maxRetries',
  use_tls: 'useTls',
  usepty: 'usePTY',
};

const SETTINGS = new Map<string, TacSetting>([
  ...[...BUILD_SLAVE_ORDER, ...WORKER_ORDER].map(
    (setting) => [keywordOfSetting(setting), setting] as const,
  ),
  // Before 0.8.
  ['host', 'buildmaster_host'],
]);

export function settingOfKeyword(keyword: string): TacSetting | undefined {
  return SETTINGS.get(keyword);
}

/** The argument's name in a call of the worker class. */
export function keywordOfSetting(setting: TacSetting): string {
  return KEYWORDS[setting] ?? setting;
}
