import type { SettingRow } from '../setting-row.ts';

/** As OpenSSL prints a SHA-256, with colons or without, or in base64 as `curl --pinnedpubkey` takes it. */
const PIN =
  /^(?:sha-?256(?:\s+fingerprint)?\s*(?::|=|\/\/)\s*)?(?:(?::*[\da-f]){64}:*|[a-z\d+/]{43}=)$/i;

/** What a connection may need and `buildbot.tac` has no place for. */
export const CONNECTION_SETTINGS = [
  {
    // The SHA-256 of the master's certificate or of its public key: with a pin the certificate needs
    // neither a known authority nor the master's name.
    name: 'tlsPin',
    kind: 'text',
    group: 'extras',
    typedPattern: PIN,
    byDefault: null,
    none: null,
    effect: 'reconnect',
    json: 'tls.pin',
    appliesTo: 'master-tls',
    option: { name: 'tls-pin', value: 'sha256' },
  },
  {
    // A PEM file, or a directory of them, with authorities that count besides the system's.
    name: 'tlsAuthorities',
    kind: 'text',
    group: 'extras',
    shape: 'path',
    typedPattern: /^(?:\/|[a-z]:[\\/]|\\\\)/i,
    byDefault: null,
    none: null,
    effect: 'reconnect',
    json: 'tls.authorities',
    appliesTo: 'any-tls',
    isPath: true,
    option: { name: 'tls-authorities', value: 'path' },
  },
  {
    // A colon ends the user's name in the login of HTTP.
    name: 'proxyUser',
    kind: 'text',
    group: 'extras',
    shape: 'user',
    pattern: /^[^:]*$/,
    byDefault: null,
    none: null,
    effect: 'reconnect',
    json: 'proxy.user',
    isJsonRequired: true,
    appliesTo: 'proxy',
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
    appliesTo: 'proxy',
    option: { name: 'proxy-password', value: 'password' },
  },
] as const satisfies readonly SettingRow[];
