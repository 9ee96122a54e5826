import { PROTOCOLS } from '../protocols.ts';
import type { SettingRow } from '../setting-row.ts';

/** Twisted's client endpoints, as far as Buildtray connects by them. */
const CONNECTION_STRING = /^(?:tcp|tls|ssl|unix):./i;

/** How the master is reached: by host and port, or by a connection string. */
export const MASTER_SETTINGS = [
  {
    name: 'host',
    kind: 'text',
    group: 'master',
    isBasic: true,
    shape: 'host',
    pattern: /^[^\s/@]+$/,
    byDefault: null,
    none: null,
    effect: 'reconnect',
    tac: {
      variable: 'buildmaster_host',
      block: 'master',
      line: 1,
      argument: { position: 0, slavePosition: 0 },
    },
  },
  {
    // Python puts it into an endpoint's text, so it takes one in quotes as well.
    name: 'port',
    kind: 'number',
    group: 'master',
    isBasic: true,
    unit: undefined,
    min: 1,
    max: 65_535,
    isWhole: true,
    base: 10,
    isTextAllowed: true,
    byDefault: null,
    none: null,
    effect: 'reconnect',
    tac: {
      variable: 'port',
      block: 'master',
      line: 2,
      argument: { position: 1, slavePosition: 1 },
    },
  },
  {
    // Python takes whatever is true for on.
    name: 'useTls',
    kind: 'switch',
    group: 'master',
    isBasic: true,
    byDefault: false,
    none: false,
    effect: 'reconnect',
    tac: {
      variable: 'use_tls',
      block: 'behaviour',
      line: 7,
      argument: { position: 12, keyword: 'useTls', since: '2.6' },
    },
    option: { name: 'use-tls' },
  },
  {
    name: 'connectionString',
    kind: 'text',
    group: 'master',
    isBasic: true,
    shape: 'connection-string',
    pattern: CONNECTION_STRING,
    byDefault: null,
    none: null,
    effect: 'reconnect',
    tac: {
      variable: 'connection_string',
      block: 'master',
      line: 3,
      argument: { position: 15, since: '2.1' },
    },
    option: { name: 'connection-string', value: 'endpoint' },
  },
  {
    name: 'proxyConnectionString',
    kind: 'text',
    group: 'master',
    shape: 'connection-string',
    pattern: CONNECTION_STRING,
    byDefault: null,
    none: null,
    effect: 'reconnect',
    tac: {
      variable: 'proxy_connection_string',
      block: 'behaviour',
      line: 9,
      argument: { position: 18, since: '3.4' },
    },
    option: { name: 'proxy-connection-string', value: 'endpoint' },
  },
  {
    // Python refuses to start with None, which is nobody's choice of another protocol: pb is used.
    name: 'protocol',
    kind: 'choice',
    group: 'master',
    choices: PROTOCOLS,
    byDefault: 'pb',
    none: 'pb',
    effect: 'reconnect',
    tac: {
      variable: 'protocol',
      block: 'behaviour',
      line: 10,
      argument: { position: 11, since: '2.1' },
    },
    option: { name: 'protocol', value: 'protocol' },
  },
  {
    // Path of the master's WebSocket, with the MessagePack protocol only.
    name: 'path',
    kind: 'text',
    group: 'master',
    byDefault: null,
    none: null,
    effect: 'reconnect',
    tac: {
      variable: 'path',
      block: 'behaviour',
      line: 12,
      isRare: true,
      argument: { position: 16, since: '2.1' },
    },
  },
] as const satisfies readonly SettingRow[];
