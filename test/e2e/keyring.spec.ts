import fs from 'node:fs';
import path from 'node:path';
import { exitOf, expect, shot } from './support/desktop.ts';
import { drop } from './support/drop.ts';
import { KeyringDaemon } from './support/keyring-daemon.ts';
import { test as base } from './support/real-master.ts';
import { violationsOn } from './support/violations.ts';

const test = base.extend<{ keyring: KeyringDaemon }>({
  keyring: async ({ desktop }, use) => {
    const keyring = await KeyringDaemon.start(desktop.home);
    await use(keyring);
    await desktop.endApps();
    await keyring.stop();
  },
});

const WITH_KEYRING = '--password-store=gnome-libsecret';

test('with a keyring the password is in no file, and the next start finds it', async ({
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
  await page.getByLabel('Host of the master').fill(`127.0.0.1`);
  await page.getByLabel('Port').fill(String(port));
  await page.getByLabel('Worker name').fill(workerName);
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(password);
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByText('The password is kept in the GNOME keyring.')).toBeVisible();
  await page.getByLabel('Directory', { exact: true }).fill(basedir);
  await page.getByRole('button', { name: 'Add worker and connect' }).click();
  await master.attached();
  await page.getByRole('button', { name: 'Details' }).click();
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
  await expect(page.getByTestId('problem')).toContainText('a keyring that is not available now');
  // The password written by hand goes before the keyring's.
  master.changeTac("''", "'secret'");
  await (await trayHost.icon()).choose('Try again now');
  await master.attached();
});

test('a password that code computes is given to the keyring, and the file stays', async ({
  desktop,
  trayHost: _,
  keyring: __,
  master,
}) => {
  const tacPath = path.join(master.workerDir, 'buildbot.tac');
  master.changeTac(/^passwd = .*$/m, "passwd = open('/etc/worker-password').read()");
  const tac = fs.readFileSync(tacPath, 'utf8');
  const page = await desktop.start(WITH_KEYRING).page();
  await expect(page.getByTestId('problem')).toContainText(
    'passwd comes from the file /etc/worker-password',
  );
  await page.getByRole('button', { name: 'Open its settings' }).click();
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(master.login.password);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await master.attached();
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(fs.readFileSync(tacPath, 'utf8')).toBe(tac);
  expect(JSON.stringify(desktop.settings)).not.toContain(master.login.password);
});

test('an old worker whose password code computes is adopted with one for the keyring', async ({
  desktop,
  trayHost: _,
  keyring: __,
  master,
}) => {
  desktop.saveSettings({});
  const { port, workerName, password } = master.login;
  const dir = path.join(desktop.home, 'old');
  fs.mkdirSync(dir);
  const tac = `
from twisted.application import service
from buildslave.bot import BuildSlave
application = service.Application('buildslave')
passwd = open('/etc/worker-password').read()
BuildSlave('127.0.0.1', ${port}, '${workerName}', passwd, '.', 600, 0).setServiceParent(application)
`;
  fs.writeFileSync(path.join(dir, 'buildbot.tac'), tac);
  const page = await desktop.start(WITH_KEYRING).page();
  await expect(page.getByLabel('Paste anything')).toBeFocused();
  await drop(page, dir);
  const offer = page.getByTestId('old-worker');
  const adopt = offer.getByRole('button', { name: 'Upgrade and use it' });
  await expect(offer).toContainText('The password is kept in the GNOME keyring.');
  await expect(adopt).toBeDisabled();
  await offer.getByRole('textbox', { name: 'Password' }).fill(password);
  await shot(page, 'old-worker-password');
  expect(await violationsOn(page)).toEqual([]);
  await adopt.click();
  await master.attached();
  const upgraded = fs.readFileSync(path.join(dir, 'buildbot.tac'), 'utf8');
  expect(upgraded).toContain('buildbot_worker');
  expect(upgraded).toContain("passwd = open('/etc/worker-password').read()");
});
