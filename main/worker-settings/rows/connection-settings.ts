import type { SettingRow } from '../setting-row.ts';

/** What a connection may need and `buildbot.tac` has no place for. */
export const CONNECTION_SETTINGS = [
  {
    name: 'tlsPin',
    kind: 'text',
    group: 'extras',
    byDefault: null,
    none: null,
    effect: 'reconnect',
    json: 'tls.pin',
    option: { name: 'tls-pin', value: 'sha256' },
  },
  {
    name: 'tlsAuthorities',
    kind: 'text',
    group: 'extras',
    byDefault: null,
    none: null,
    effect: 'reconnect',
    json: 'tls.authorities',
    option: { name: 'tls-authorities', value: 'path' },
  },
  {
    // A colon ends the user's name in the login of HTTP.
    name: 'proxyUser',
    kind: 'text',
    group: 'extras',
    pattern: /^[^:]*$/,
    byDefault: null,
    none: null,
    effect: 'reconnect',
    json: 'proxy.user',
    isJsonRequired: true,
    option: { name: 'proxy-user', value: 'user' },
  },
  {
    name: 'proxyPassword',
    kind: 'secret',
    group: 'extras',
    byDefault: null,
    none: null,
    effect: 'reconnect',
    json: 'proxy.password',
    isJsonRequired: true,
    option: { name: 'proxy-password', value: 'password' },
  },
] as const satisfies readonly SettingRow[];
