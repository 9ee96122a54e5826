import { expect, it, vi } from 'vitest';
import { textsIn } from '../../../../main/texts/texts.ts';
import { createTray } from '../../../../main/tray/create-tray.ts';
import { fakeDesktop } from '../../../support/fake-electron.ts';

vi.mock('electron', async () => (await import('../../../support/fake-electron.ts')).fakeElectron);

it('shows what acts in the names of others as its number, and & as itself', () => {
  const texts = textsIn('en');
  const tray = createTray('/icons', texts, () => {});
  const worker = { workerName: 'R&D\u202e', sentence: 'At ci\u001b\nb.', id: 'w1' };
  const workers = [worker, { ...worker, id: 'w2' }].map((one) => ({
    ...one,
    status: { kind: 'idle', builders: [] } as const,
  }));
  tray.show({ workers }, texts);
  expect(fakeDesktop.tooltip).toBe('Buildtray: 2 idle');
  const submenu = fakeDesktop.menu[2];
  expect(submenu?.label).toBe('R&&D\\u202e: Idle');
  expect(submenu?.submenu?.[0]?.label).toBe('At ci\\x1b\\nb.');
  tray.show({ workers: workers.slice(0, 1) }, texts);
  expect(fakeDesktop.tooltip).toBe('Buildtray: At ci\\x1b\\nb.');
  expect(fakeDesktop.menu[0]?.label).toBe('Buildtray: At ci\\x1b\\nb.');
  tray.dispose();
});

it('sends the desktop a picture for each step of a build, and none between', () => {
  const texts = textsIn('en');
  fakeDesktop.trayImages.length = 0;
  const tray = createTray('/icons', texts, () => {});
  const status = { kind: 'building', builders: ['linux'], commands: [] } as const;
  const workers = [{ workerName: 'ada', sentence: 'Building linux', id: 'w1', status }];
  for (const progress of [undefined, 0.5, 0.51, 0.9]) tray.show({ workers, progress }, texts);
  tray.dispose();
  const [first, unknown, half, most, ...others] = fakeDesktop.trayImages;
  expect(others).toEqual([]);
  expect([first?.path, unknown?.path]).toEqual(['/icons/stopped.png', '/icons/building.png']);
  expect([half?.path, most?.path]).toEqual([undefined, undefined]);
});
