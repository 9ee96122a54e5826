import { expect, it } from 'vitest';
import type { ConnectionExtras } from '../../../../main/worker-settings/connection-extras.ts';
import {
  extraWithoutEffect,
  usesTls,
  type WayToMaster,
} from '../../../../main/worker-settings/way-to-master.ts';

const PLAIN: WayToMaster = { useTls: false };
const TLS: WayToMaster = { useTls: true };
const STRING: WayToMaster = { useTls: true, connectionString: 'tcp:ci:1' };
const TLS_STRING: WayToMaster = { useTls: false, connectionString: 'SSL:ci:1' };
const PROXY: WayToMaster = { useTls: false, proxyConnectionString: 'tcp:proxy:1' };
const TLS_PROXY: WayToMaster = { useTls: false, proxyConnectionString: 'tls:proxy:1' };

it.each<[WayToMaster, boolean]>([
  [PLAIN, false],
  [TLS, true],
  [STRING, false],
  [TLS_STRING, true],
  [TLS_PROXY, false],
])('knows whether %j is encrypted: %s', (way, isEncrypted) => {
  expect(usesTls(way)).toBe(isEncrypted);
});

const PIN = { tls: { pin: 'sha256:00' } };
const AUTHORITIES = { tls: { authorities: '/farm.pem' } };
const LOGIN = { proxy: { user: 'ada', password: '' } };

it.each<[ConnectionExtras, WayToMaster]>([
  [{}, PLAIN],
  [
    { ...PIN, ...LOGIN },
    { ...PROXY, useTls: true },
  ],
  [PIN, TLS_STRING],
  [AUTHORITIES, TLS],
  // Those of a proxy are checked by the same authorities.
  [AUTHORITIES, TLS_PROXY],
])('finds nothing useless in %j on the way %j', (extras, way) => {
  expect(extraWithoutEffect(extras, way)).toBeUndefined();
});

it.each<[ConnectionExtras, WayToMaster, string, string]>([
  [PIN, PLAIN, 'tlsPin', 'without-tls'],
  [PIN, STRING, 'tlsPin', 'without-tls'],
  [PIN, TLS_PROXY, 'tlsPin', 'without-tls'],
  [AUTHORITIES, PROXY, 'tlsAuthorities', 'without-tls'],
  [LOGIN, TLS, 'proxyUser', 'without-proxy'],
  [LOGIN, { ...PROXY, connectionString: 'tcp:ci:1' }, 'proxyUser', 'without-proxy'],
])('finds what has no effect: %j on the way %j', (extras, way, name, kind) => {
  expect(extraWithoutEffect(extras, way)).toEqual({ name, fault: { kind } });
});
