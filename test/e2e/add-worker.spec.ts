import fs from 'node:fs';
import path from 'node:path';
import { CANDIDATE, InteropRig } from '../interop/support/interop-rig.ts';
import { ConnectProxy } from '../support/connect-proxy.ts';
import { AUTHORITIES, certificatePath, keyPath } from '../support/tls-fixtures.ts';
import { expect, type Page, shot, test } from './support/desktop.ts';
import { drop } from './support/drop.ts';
import { type RealMaster, SUCCESS, test as testWithMaster } from './support/real-master.ts';
import { violationsOn } from './support/violations.ts';

/** As if it came from the clipboard. */
async function paste(page: Page, text: string): Promise<void> {
  await page.getByLabel('Paste anything').focus();
  await page.keyboard.insertText(text);
}

/** Where a master listens whose certificate no authority of the system vouches for. */
const OVER_TLS = (port: number): string =>
  `ssl:${port}:interface=127.0.0.1:privateKey=${keyPath('localhost')}:certKey=${certificatePath('localhost')}`;

const check = (page: Page, id: string) => page.getByTestId(`check-${id}`);
const next = (page: Page) => page.getByRole('button', { name: 'Next' });

/** Whether all of the page is seen, with nothing to scroll to. */
const fits = (page: Page): Promise<boolean> =>
  page.getByRole('main').evaluate((main) => main.scrollHeight <= main.clientHeight);

testWithMaster(
  'from the mail on the clipboard to the first build: 3 clicks on 2 screens without scrolling',
  async ({ desktop, trayHost, master }) => {
    desktop.saveSettings({});
    const { app, page } = await desktop.launchWindow();
    await page.setViewportSize({ width: 900, height: 700 });
    const { port, workerName, password } = master.login;
    const mail = `Hi,\n\nthanks for the machine!\n\nMaster: 127.0.0.1\nPort: ${port}\nWorker name: ${workerName}\nPassword: ${password}\n\nBob`;
    await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), mail);
    await expect(page.getByRole('button', { name: 'Paste from clipboard' })).toBeVisible();
    await shot(page, '1-empty');
    expect(await violationsOn(page)).toEqual([]);

    await page.getByRole('button', { name: 'Paste from clipboard' }).click();
    await expect(page.getByTestId('found')).toContainText('Nothing is missing.');
    await expect(page.getByTestId('checks')).toHaveText(/^All checks passed/);
    await shot(page, '2-checked');
    expect(await fits(page)).toBe(true);
    expect(await violationsOn(page)).toEqual([]);
    await next(page).click();

    await expect(page.getByRole('heading', { name: 'Step 2 of 2' })).toBeFocused();
    await expect(page.getByTestId('checks')).toHaveText(/^All checks passed/);
    await shot(page, '3-ready');
    expect(await fits(page)).toBe(true);
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Add worker and connect' }).click();

    await master.attached();
    await expect(page.getByTestId('state')).toHaveText('Idle');
    const icon = await trayHost.icon();
    await expect.poll(() => icon.tooltip()).toContain('Idle, connected');
    await expect(page.getByText('Your worker is connected')).toBeVisible();
    await shot(page, '4-connected');
    expect(await violationsOn(page)).toEqual([]);
    const tacPath = path.join(desktop.home, 'buildtray-worker', 'buildbot.tac');
    expect(fs.statSync(tacPath).mode & 0o777).toBe(0o600);
    expect(desktop.settings).toMatchObject({ workers: [{ basedir: path.dirname(tacPath) }] });
    expect(JSON.stringify(desktop.settings)).not.toContain(password);
    const build = await master.force('quick');
    expect((await master.control.finished(build)).results).toBe(SUCCESS);
  },
);

testWithMaster(
  'a command fills the form, advanced options included, by the keyboard alone',
  async ({ desktop, trayHost: _, master }) => {
    desktop.saveSettings({ preferences: { theme: 'dark' } });
    const { page } = await desktop.launchWindow();
    const { port, workerName, password } = master.login;
    const basedir = path.join(desktop.home, 'w');
    await expect(page.getByLabel('Paste anything')).toBeFocused();
    await page.keyboard.insertText(
      `buildbot-worker create-worker --keepalive=60 -r --admin 'Ada <ada@example.org>' --munge-email ${basedir} 127.0.0.1:${port} ${workerName} ${password}`,
    );
    await expect(page.getByTestId('checks')).toHaveAttribute('data-well');
    await shot(page, 'dark');
    await page.getByRole('textbox', { name: 'Password', exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Step 2 of 2' })).toBeFocused();
    await page.getByRole('button', { name: 'More', exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('checkbox', { name: 'The directory may be moved' })).toBeChecked();
    await shot(page, 'dark-machine');
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Add worker and connect' }).focus();
    await page.keyboard.press('Enter');
    await master.attached();
    await expect(page.getByTestId('state')).toHaveText('Idle');
    const tac = fs.readFileSync(path.join(basedir, 'buildbot.tac'), 'utf8');
    expect(tac).toContain('keepalive = 60');
    expect(tac).not.toContain(basedir);
    expect(fs.readFileSync(path.join(basedir, 'info', 'admin'), 'utf8')).toBe(
      'Ada <ada at example dot org>\n',
    );
  },
);

testWithMaster(
  'a wrong password is reported before anything is made, and its field gets the focus',
  async ({ desktop, trayHost: _, master }) => {
    desktop.saveSettings({});
    const { page } = await desktop.launchWindow();
    await next(page).click();
    await expect(page.getByLabel('Host of the master')).toBeFocused();
    await expect(page.getByText('Enter the password that the project gave you.')).toBeVisible();
    await shot(page, 'missing');

    await paste(page, `127.0.0.1:${master.login.port}`);
    await page.getByLabel('Worker name').fill(master.login.workerName);
    await page.getByRole('textbox', { name: 'Password', exact: true }).fill('guess');
    await next(page).click();
    await expect(check(page, 'login')).toHaveAttribute('data-state', 'failed');
    await expect(check(page, 'login')).toContainText('or its password is wrong');
    const field = page.getByRole('textbox', { name: 'Password', exact: true });
    await expect(field).toBeFocused();
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByRole('button', { name: 'Continue anyway' })).toBeVisible();
    await shot(page, 'wrong-password');
    expect(await violationsOn(page)).toEqual([]);

    await field.fill(master.login.password);
    await next(page).click();
    await expect(page.getByRole('heading', { name: 'Step 2 of 2' })).toBeFocused();
  },
);

testWithMaster(
  'a link fills in the form, untried; a master that speaks MessagePack is recognised, and joined',
  async ({ desktop, trayHost: _, master }) => {
    desktop.saveSettings({});
    const { workerName, password } = master.login;
    const port = master.rig.master.ports.msgpack_experimental_v7;
    const app = await desktop.launch(
      `buildbot-worker:add?host=127.0.0.1&port=${port}&name=${workerName}`,
    );
    const page = await app.firstWindow();
    const basedir = path.join(desktop.home, 'w');
    await expect(page.getByTestId('found')).toContainText('came from a link');
    await expect(check(page, 'port')).toHaveAttribute('data-state', 'waiting');
    await shot(page, 'link');
    await page.getByRole('textbox', { name: 'Password', exact: true }).fill(password);
    await next(page).click();
    await expect(page.getByRole('heading', { name: 'Step 2 of 2' })).toBeFocused();
    await page.getByLabel('Directory', { exact: true }).fill(basedir);
    await page.getByRole('button', { name: 'Add worker and connect' }).click();
    await master.attached();
    await expect(page.getByTestId('state')).toHaveText('Idle');
    expect(fs.readFileSync(path.join(basedir, 'buildbot.tac'), 'utf8')).toContain(
      "protocol = 'msgpack_experimental_v7'",
    );
  },
);

test('a master behind an authority of its own, and a proxy that wants a login, are reached', async ({
  desktop,
  trayHost: _,
}) => {
  const rig = await InteropRig.withMasterOnly('life', { listening: OVER_TLS });
  const proxy = await ConnectProxy.listen({ login: 'ada:open sesame' });
  try {
    const { app, page } = await desktop.launchWindow();
    const basedir = path.join(desktop.home, 'w');
    await paste(
      page,
      `buildtray create-worker --use-tls --proxy-connection-string tcp:127.0.0.1:${proxy.port} --proxy-user ada --proxy-password 'open sesame' --access-uri ssh://ada@here ${basedir} localhost:${rig.master.ports.pb} ${CANDIDATE} secret`,
    );
    await expect(page.getByTestId('found')).toContainText('Proxy user');
    await expect(check(page, 'certificate')).toContainText('is not known here');
    await shot(page, 'unknown-authority', { fullPage: true });
    expect(await violationsOn(page)).toEqual([]);

    // The system's own dialog is not ours to click through.
    await app.evaluate(
      ({ dialog }, file) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] });
      },
      path.join(AUTHORITIES, 'ca.pem'),
    );
    await page.getByRole('button', { name: 'Advanced' }).click();
    await page.getByRole('button', { name: 'Choose a file of authorities…' }).click();
    await expect(page.getByTestId('checks')).toHaveAttribute('data-well');
    await next(page).click();
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await expect(page.getByLabel('Access')).toHaveValue('ssh://ada@here');
    await shot(page, 'ready');
    await page.getByRole('button', { name: 'Add worker and connect' }).click();
    await rig.master.control.attached(CANDIDATE);
    expect(JSON.parse(fs.readFileSync(path.join(basedir, 'buildtray.json'), 'utf8'))).toEqual({
      tls: { authorities: path.join(AUTHORITIES, 'ca.pem') },
      proxy: { user: 'ada', password: 'open sesame' },
    });
  } finally {
    await desktop.endApps();
    await proxy.close();
    await rig.stop();
  }
});

const oldTac = ({ port, workerName, password }: RealMaster['login']): string => `
from twisted.application import service
from buildslave.bot import BuildSlave
application = service.Application('buildslave')
buildslave = BuildSlave('127.0.0.1', ${port}, '${workerName}', '${password}', '.', keepalive=600, usepty=0)
buildslave.setServiceParent(application)
`;

for (const dropped of ['directory', 'buildbot.tac']) {
  testWithMaster(
    `an old worker is offered for adoption when dropped by its ${dropped}`,
    async ({ desktop, trayHost: _, master }) => {
      desktop.saveSettings({});
      const tac = oldTac(master.login);
      const dir = path.join(desktop.home, 'old worker');
      fs.mkdirSync(dir);
      fs.writeFileSync(path.join(dir, 'buildbot.tac'), tac);
      const { page } = await desktop.launchWindow();
      await expect(page.getByLabel('Paste anything')).toBeFocused();
      await drop(page, dropped === 'directory' ? dir : path.join(dir, 'buildbot.tac'));
      const offer = page.getByTestId('old-worker');
      await expect(offer).toContainText(
        `This directory already has a worker: ${master.login.workerName}`,
      );
      await expect(offer).toContainText(dir);
      await shot(page, 'old-worker');
      expect(await violationsOn(page)).toEqual([]);
      await offer.getByRole('button', { name: 'Upgrade and use it' }).click();
      await master.attached();
      await expect(page.getByTestId('state')).toHaveText('Idle');
      const upgraded = fs.readFileSync(path.join(dir, 'buildbot.tac'), 'utf8');
      expect(upgraded).toContain('buildbot_worker');
      // Written by this test for everybody to read, and left so.
      await page.getByRole('button', { name: 'Details' }).click();
      const place = page.getByTestId('password-place');
      await expect(place).toContainText('which other users of this machine can read');
      expect(fs.readFileSync(path.join(dir, 'buildbot.tac.old'), 'utf8')).toBe(tac);
    },
  );
}

test('every width and both languages have room for the steps', async ({ desktop, trayHost: _ }) => {
  desktop.saveSettings({ preferences: { language: 'de' } });
  const { page } = await desktop.launchWindow();
  await page.getByLabel('Einfügen, was Sie haben').focus();
  await page.keyboard.insertText('Master: ci.invalid\nPort: 9989\nName des Workers: ada');
  await expect(page.getByTestId('found')).toContainText('Es fehlt noch: Passwort.');
  await expect(check(page, 'name')).toHaveAttribute('data-state', 'failed');
  for (const width of [640, 1280, 2560]) {
    await page.setViewportSize({ width, height: 800 });
    await shot(page, `german-${width}`);
    const overflow = await page.evaluate(() => {
      const main = document.querySelector('.main');
      return main === null ? 0 : main.scrollWidth - main.clientWidth;
    });
    expect(overflow).toBe(0);
  }
});
