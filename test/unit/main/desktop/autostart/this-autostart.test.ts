import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ElectronAutostart } from '../../../../../main/desktop/autostart/electron-autostart.ts';
import { thisAutostart } from '../../../../../main/desktop/autostart/this-autostart.ts';
import { fakeDesktop } from '../../../../support/fake-electron.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

vi.mock(
  'electron',
  async () => (await import('../../../../support/fake-electron.ts')).fakeElectron,
);

const config = temporaryBasedir();
beforeEach(() => {
  fakeDesktop.appData = config.path;
  vi.spyOn(process, 'platform', 'get').mockReturnValue('linux');
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

it.each([
  ['the installed app', true, '', `"${process.execPath}"`],
  ['the app of a developer', false, '', `"${process.execPath}" "/src/buildtray"`],
  ['an AppImage, by its own file', true, '/opt/b.AppImage', '"/opt/b.AppImage"'],
])('starts %s', async (_what, isPackaged, appImage, command) => {
  fakeDesktop.isPackaged = isPackaged;
  vi.stubEnv('APPIMAGE', appImage);
  await thisAutostart().turnOn(false);
  const entry = await readFile(config.at('autostart', 'buildtray.desktop'), 'utf8');
  expect(entry).toContain(`\nExec=${command}\n`);
});

it('is Electron’s own elsewhere', () => {
  vi.spyOn(process, 'platform', 'get').mockReturnValue('win32');
  expect(thisAutostart()).toBeInstanceOf(ElectronAutostart);
});
