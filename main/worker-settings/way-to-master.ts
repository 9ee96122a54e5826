import { type ConnectionExtras, extraOf } from './connection-extras.ts';
import type { NamedExtraFault } from './extras-from.ts';
import type { ExtraPart } from './setting-row.ts';
import { EXTRA_SETTINGS } from './settings-table.ts';

/** The settings that name the way to the master; a connection string replaces the others. */
export interface WayToMaster {
  readonly useTls: boolean;
  readonly connectionString?: string | null | undefined;
  readonly proxyConnectionString?: string | null | undefined;
}

/** Whether the connection to the master itself is encrypted. */
export function usesTls({ useTls, connectionString }: WayToMaster): boolean {
  return connectionString ? isTls(connectionString) : useTls;
}

/** The first setting of `buildtray.json` that has no effect on the way to the master. */
export function extraWithoutEffect(
  extras: ConnectionExtras,
  way: WayToMaster,
): NamedExtraFault | undefined {
  const row = EXTRA_SETTINGS.find(
    ({ name, appliesTo }) =>
      extraOf(extras, name) !== undefined && appliesTo !== undefined && !hasPart(way, appliesTo),
  );
  if (row === undefined) return undefined;
  return {
    name: row.name,
    fault: { kind: row.appliesTo === 'proxy' ? 'without-proxy' : 'without-tls' },
  };
}

function hasPart(way: WayToMaster, part: ExtraPart): boolean {
  switch (part) {
    case 'master-tls':
      return usesTls(way);
    case 'any-tls':
      return usesTls(way) || (usesProxy(way) && isTls(way.proxyConnectionString ?? ''));
    case 'proxy':
      return usesProxy(way);
  }
}

function usesProxy({ connectionString, proxyConnectionString }: WayToMaster): boolean {
  return !connectionString && Boolean(proxyConnectionString);
}

/** A Twisted client endpoint of TLS. */
function isTls(connectionString: string): boolean {
  return /^(?:tls|ssl):/i.test(connectionString);
}
