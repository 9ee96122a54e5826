import { chmod, writeFile } from 'node:fs/promises';
import { afterEach, expect, it, vi } from 'vitest';
import { hasTray } from '../../../../main/desktop/has-tray.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

const bin = temporaryBasedir();
afterEach(() => {
  vi.unstubAllEnvs();
});

const noOlderTray = () => Promise.resolve(false);

/** The one program there is: what the session bus answers. */
async function busAnswers(script: string): Promise<void> {
  await writeFile(bin.at('dbus-send'), `#!/bin/sh\n${script}\n`);
  await chmod(bin.at('dbus-send'), 0o755);
}

it.each([
  ['a panel shows icons', "echo '   boolean true'", true],
  ['none does', "echo '   boolean false'", false],
  ['there is no bus', "echo 'boolean true'; exit 1", false],
])('asks the session bus: %s', async (_what, script, expected) => {
  vi.stubEnv('PATH', bin.path);
  await busAnswers(script);
  expect(await hasTray('linux', noOlderTray)).toBe(expected);
});

it('asks for the watcher of icons by its name', async () => {
  vi.stubEnv('PATH', bin.path);
  await busAnswers(
    'case "$*" in *NameHasOwner*string:org.kde.StatusNotifierWatcher) echo boolean true;; esac',
  );
  expect(await hasTray('linux', noOlderTray)).toBe(true);
});

it('takes a system without the program for one without a tray', async () => {
  vi.stubEnv('PATH', bin.path);
  expect(await hasTray('linux', noOlderTray)).toBe(false);
});

it.each(['darwin', 'win32'] as const)('asks nobody on %s', async (platform) => {
  vi.stubEnv('PATH', bin.path);
  expect(await hasTray(platform)).toBe(true);
});

it('takes a panel that embeds windows for a tray, where the session bus knows of none', async () => {
  vi.stubEnv('PATH', bin.path);
  await busAnswers("echo '   boolean false'");
  expect(await hasTray('linux', () => Promise.resolve(true))).toBe(true);
});
