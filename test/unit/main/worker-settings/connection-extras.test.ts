import { expect, it } from 'vitest';
import {
  type ConnectionExtras,
  extraOf,
  extraPlaceOf,
} from '../../../../main/worker-settings/connection-extras.ts';
import { EXTRA_NAMES, type ExtraName } from '../../../../main/worker-settings/settings-table.ts';

const ALL: ConnectionExtras = {
  tls: { pin: 'sha256:00', authorities: '/etc/farm.pem' },
  proxy: { user: 'ada', password: 'secret' },
};

it.each<[ExtraName, string]>([
  ['tlsPin', 'sha256:00'],
  ['tlsAuthorities', '/etc/farm.pem'],
  ['proxyUser', 'ada'],
  ['proxyPassword', 'secret'],
])('finds what is set for %s', (name, value) => {
  expect(extraOf(ALL, name)).toBe(value);
});

it('finds nothing where nothing is set, and something for every row', () => {
  for (const name of EXTRA_NAMES) {
    expect(extraOf({}, name)).toBeUndefined();
    expect(extraOf(ALL, name)).toBeDefined();
  }
});

it('reads the place of a setting from its path', () => {
  expect(extraPlaceOf({ json: 'tls.pin' })).toEqual({ object: 'tls', key: 'pin' });
});
