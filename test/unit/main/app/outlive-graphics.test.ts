import { expect, it, vi } from 'vitest';
import { outliveGraphics } from '../../../../main/app/outlive-graphics.ts';
import { fakeDesktop } from '../../../support/fake-electron.ts';

vi.mock('electron', async () => (await import('../../../support/fake-electron.ts')).fakeElectron);

it('draws without drivers, and lets the process that draws die as often as it will', () => {
  fakeDesktop.done.length = 0;
  outliveGraphics();
  expect(fakeDesktop.done).toEqual(['draw in software', '--disable-gpu-process-crash-limit']);
});
