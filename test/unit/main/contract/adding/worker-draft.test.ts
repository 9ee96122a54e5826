import { expect, it } from 'vitest';
import { usesTls } from '../../../../../main/contract/adding/worker-draft.ts';

it.each([
  [{}, false],
  [{ useTls: 'True' }, true],
  [{ useTls: 'False' }, false],
  [{ connectionString: 'tls:farm:9990' }, true],
  [{ connectionString: 'SSL:farm:9990' }, true],
  [{ connectionString: 'tcp:farm:9989' }, false],
  [{ connectionString: 'tcp:tls:9989' }, false],
  [{ connectionString: 'unix:/run/tls:x.sock' }, false],
])('%j is encrypted: %s', (settings, isEncrypted) => {
  expect(usesTls(settings)).toBe(isEncrypted);
});
