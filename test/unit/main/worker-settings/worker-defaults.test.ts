import { expect, it } from 'vitest';
import { WORKER_SETTINGS } from '../../../../main/worker-settings/settings-table.ts';
import { WORKER_DEFAULTS } from '../../../../main/worker-settings/worker-defaults.ts';

it('has every default of the table but those of the master, nothing as undefined', () => {
  expect(WORKER_DEFAULTS).toMatchObject({ keepalive: 600, umask: undefined, protocol: 'pb' });
  const others = WORKER_SETTINGS.filter(({ name }) => !Object.hasOwn(WORKER_DEFAULTS, name));
  expect(others.map(({ name }) => name).sort()).toEqual([
    ...['basedir', 'connectionString', 'host', 'password', 'port', 'proxyConnectionString'],
    ...['useTls', 'workerName'],
  ]);
  expect(Object.values(WORKER_DEFAULTS)).not.toContain(null);
});
