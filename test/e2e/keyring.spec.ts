import fs from 'node:fs';
import path from 'node:path';
import { exitOf, expect } from './support/desktop.ts';
import { KeyringDaemon } from './support/keyring-daemon.ts';
import { test as base } from './support/real-master.ts';

const test = base.extend<{ keyring: KeyringDaemon }>({
  keyring: async ({ desktop }, use) => {
    const keyring = await KeyringDaemon.start(desktop.home);
    await use(keyring);
    await desktop.endApps();
    await keyring.stop();
  },
});

const WITH_KEYRING = '--password-store=gnome-libsecret';

test('with a keyring the password stands in no file, and the next start finds it', async ({
  desktop,
  trayHost,
  keyring: _,
  master,
}) => {
  desktop.saveSettings({});
  const app = desktop.start(WITH_KEYRING);
  const page = await app.page();
  const { port, workerName, password } = master.login;
  const basedir = path.join(desktop.home, 'worker');
  await page.getByRole('main').getByRole('button', { name: 'Add a worker' }).click();
  await expect(page.getByText('The password is kept in the GNOME keyring.')).toBeVisible();
  await page.getByLabel('Host of the master').fill(`127.0.0.1`);
  await page.getByLabel('Port').fill(String(port));
  await page.getByLabel('Worker name').fill(workerName);
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(password);
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('Directory').fill(basedir);
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Add worker and connect' }).click();
  await master.attached();
  await expect(page.getByTestId('password-place')).toContainText('the GNOME keyring');

  const tac = fs.readFileSync(path.join(basedir, 'buildbot.tac'), 'utf8');
  expect(tac).toMatch(/^passwd = ''\s+# kept outside this file by Buildtray/m);
  expect(tac).not.toContain(password);
  expect(JSON.stringify(desktop.settings)).not.toContain(password);

  await (await trayHost.icon()).choose('Quit');
  expect(await exitOf(app.child)).toBe(0);
  trayHost.forgetIcons();
  desktop.start('--hidden', WITH_KEYRING);
  await master.attached();
  const icon = await trayHost.icon();
  await expect.poll(() => icon.tooltip()).toContain('Idle, connected');
});

test('a password that the keyring holds is missed in a sentence when the keyring is gone', async ({
  desktop,
  trayHost,
  master,
}) => {
  master.changeTac("'secret'", "''");
  desktop.saveSettings({
    workers: [{ basedir: master.workerDir, encryptedPassword: 'c2VjcmV0' }],
  });
  const { page } = await desktop.launchWindow();
  await expect(page.getByTestId('problem')).toContainText('a keyring that is not there now');
  // The password written by hand goes before the keyring's.
  master.changeTac("''", "'secret'");
  await (await trayHost.icon()).choose('Try again now');
  await master.attached();
});
