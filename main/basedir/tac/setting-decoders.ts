import type { Expected } from '../../contract/problems/facts.ts';
import type { SettingValue, WorkerSettingName } from '../../worker-settings/settings-table.ts';
import {
  asCount,
  asCountOrAll,
  asFileAccess,
  asMask,
  asPort,
  asProtocol,
  asSeconds,
  asSecondsOrOff,
  asShutdownWay,
  asSwitch,
  asText,
  type Decode,
} from './setting-values.ts';
import type { TacLiteral } from './tac-reading.ts';

const DECODERS: { readonly [name in WorkerSettingName]: Decode<SettingValue | undefined> } = {
  basedir: asText,
  host: orNone(asText),
  port: orNone(asPort),
  useTls: asSwitch,
  connectionString: orNone(asText),
  proxyConnectionString: orNone(asText),
  protocol: withDefault(asProtocol, 'pb'),
  path: orNone(asText),
  workerName: asText,
  password: asText,
  keepalive: asSecondsOrOff,
  maxdelay: withDefault(asSeconds, 300),
  maxretries: asCount,
  umask: asMask,
  numcpus: asCount,
  unicodeEncoding: withDefault(asText, 'utf-8'),
  allowShutdown: asShutdownWay,
  deleteLeftoverDirs: asSwitch,
  fileAccess: asFileAccess,
  logSize: asCount,
  logCount: asCountOrAll,
};

/** What a literal of the file means for a setting, or what it has to be. */
export function decodeSetting(
  name: WorkerSettingName,
  literal: TacLiteral,
): { readonly is: SettingValue } | { readonly expected: Expected } {
  const decoded = DECODERS[name](literal);
  return 'is' in decoded ? { is: decoded.is ?? null } : decoded;
}

function orNone<T>(decode: Decode<T>): Decode<T | undefined> {
  return withDefault<T | undefined>(decode, undefined);
}

/** None stands for the default; so does an empty text, as Python takes it. */
function withDefault<T>(decode: Decode<T>, byDefault: T): Decode<T> {
  return (value) => (value === null || value === '' ? { is: byDefault } : decode(value));
}
