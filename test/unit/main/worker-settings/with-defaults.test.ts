import { expect, it } from 'vitest';
import { withDefaults } from '../../../../main/worker-settings/with-defaults.ts';

it('keeps what is set, None too, and gives the others their defaults', () => {
  const settings = withDefaults({ maxdelay: 5, logSize: null });
  expect(settings).toMatchObject({ maxdelay: 5, logSize: null, keepalive: 600, protocol: 'pb' });
  expect(settings.host).toBeNull();
});
