import type { LoginItemSettings } from 'electron';
import { expect, it } from 'vitest';
import { ElectronAutostart } from '../../../../../main/desktop/autostart/electron-autostart.ts';

/** A system that finds an entry only by the arguments that it was made with, as Windows does. */
function system() {
  let entry: readonly string[] | undefined;
  const found = (args: readonly string[] = []): LoginItemSettings => ({
    openAtLogin: entry !== undefined && entry.join() === args.join(),
    wasOpenedAtLogin: false,
    status: 'enabled',
    executableWillLaunchAtLogin: false,
    launchItems: [],
  });
  const autostart = new ElectronAutostart({
    getLoginItemSettings: (options) => found(options?.args),
    setLoginItemSettings: ({ openAtLogin, args = [] }) => {
      entry = openAtLogin ? args : undefined;
    },
  });
  return { autostart, entry: () => entry };
}

it.each([
  [true, ['--hidden']],
  [false, []],
])('starts at login until it is turned off, in the tray alone: %s', async (isHidden, args) => {
  const { autostart, entry } = system();
  expect(await autostart.isOn()).toBe(false);
  expect(await autostart.turnOn(isHidden)).toMatchObject({ ok: true });
  expect([entry(), await autostart.isOn()]).toEqual([args, true]);
  await autostart.turnOff();
  expect(await autostart.isOn()).toBe(false);
});
