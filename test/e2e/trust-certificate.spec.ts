import fs from 'node:fs';
import path from 'node:path';
import type { Listening } from '../interop/support/interop-master.ts';
import { InteropRig } from '../interop/support/interop-rig.ts';
import { certificatePath, keyPath, pinsOf } from '../support/tls-fixtures.ts';
import { type Desktop, expect, type Page, shot } from './support/desktop.ts';
import { RealMaster, SUCCESS, test } from './support/real-master.ts';
import { violationsOn } from './support/violations.ts';

const OVER_TLS: Listening = (port) =>
  `ssl:${port}:interface=127.0.0.1:privateKey=${keyPath('localhost')}:certKey=${certificatePath('localhost')}`;

const check = (page: Page, id: string) => page.getByTestId(`check-${id}`);
const next = (page: Page) => page.getByRole('button', { name: 'Next' });

/** The form of an app that knows no worker yet. */
async function emptyForm(desktop: Desktop, theme: 'light' | 'dark'): Promise<Page> {
  desktop.saveSettings({ preferences: { theme } });
  const { page } = await desktop.launchWindow();
  return page;
}

async function paste(page: Page, text: string): Promise<void> {
  await page.getByLabel('Paste anything').focus();
  await page.keyboard.insertText(text);
}

/** From the first step, filled in, to a worker that is there. */
async function finish(page: Page, basedir: string): Promise<void> {
  await expect(page.getByTestId('checks')).toHaveAttribute('data-well');
  await next(page).click();
  await page.getByLabel('Directory', { exact: true }).fill(basedir);
  await expect(page.getByTestId('checks')).toHaveAttribute('data-well');
  await shot(page, 'machine', { fullPage: true });
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Add worker and connect' }).click();
}

const testOverTls = test.extend({
  master: async ({ desktop }, use) => {
    const master = new RealMaster(await InteropRig.withMasterOnly('life', { listening: OVER_TLS }));
    await use(master);
    await desktop.endApps();
    expect(await master.rig.stop()).toEqual([]);
  },
});

testOverTls(
  'a certificate that nobody vouches for is shown, compared and trusted by a click',
  async ({ desktop, trayHost: _, master }) => {
    const { port, workerName, password } = master.login;
    const basedir = path.join(desktop.home, 'w');
    const pin = `sha256:${pinsOf('localhost').certificate}`;
    const page = await emptyForm(desktop, 'dark');
    await paste(
      page,
      `Master: tls://localhost:${port}\nWorker: ${workerName}\nPassword: ${password}`,
    );
    await expect(check(page, 'certificate')).toHaveAttribute('data-state', 'failed');
    const offer = page.getByTestId('trust');
    await expect(offer).toContainText(pin);
    await shot(page, 'unknown', { fullPage: true });
    expect(await violationsOn(page)).toEqual([]);
    await offer.getByRole('button', { name: 'Trust this certificate' }).click();
    await expect(offer).toBeHidden();
    await finish(page, basedir);
    await master.attached();
    expect(JSON.parse(fs.readFileSync(path.join(basedir, 'buildtray.json'), 'utf8'))).toEqual({
      tls: { pin },
    });
    const build = await master.force('quick');
    expect((await master.control.finished(build)).results).toBe(SUCCESS);
  },
);
