import { afterEach, expect, it, vi } from 'vitest';
import { licencesPathFrom } from '../../../../main/app/licences-path-from.ts';
import { fakeDesktop } from '../../../support/fake-electron.ts';

vi.mock('electron', async () => (await import('../../../support/fake-electron.ts')).fakeElectron);

afterEach(() => {
  fakeDesktop.isPackaged = true;
  Reflect.deleteProperty(process, 'resourcesPath');
});

it('is in the resources of the package, and beside the bundles without one', () => {
  Object.assign(process, { resourcesPath: '/opt/Buildtray/resources' });
  expect(licencesPathFrom('/src/out/main')).toBe(
    '/opt/Buildtray/resources/THIRD-PARTY-LICENSES.txt',
  );
  fakeDesktop.isPackaged = false;
  expect(licencesPathFrom('/src/out/main')).toBe('/src/out/THIRD-PARTY-LICENSES.txt');
});
