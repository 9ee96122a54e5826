import { expect, it, vi } from 'vitest';
import { trayImage } from '../../../../main/tray/tray-image.ts';

vi.mock('electron', async () => (await import('../../../support/fake-electron.ts')).fakeElectron);

const icon = { filename: 'building.png', fill: 1, hasDot: false };

it('is the file of a state that needs no paint', () => {
  expect(trayImage(icon, '/icons')).toMatchObject({ path: '/icons/building.png', painted: [] });
});

it.each([{ fill: 0.5 }, { hasDot: true }])('is painted at each size of the file: %j', (paint) => {
  expect(trayImage({ ...icon, ...paint }, '/icons')).toMatchObject({
    painted: [
      { scaleFactor: 1, width: 22, height: 22 },
      { scaleFactor: 2, width: 44, height: 44 },
    ],
  });
});
