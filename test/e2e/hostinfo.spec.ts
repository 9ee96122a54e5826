import fs from 'node:fs';
import path from 'node:path';
import { expect } from './support/desktop.ts';
import { test } from './support/real-master.ts';

test('host info is filled in, saved, and read by the master when the worker attaches anew', async ({
  desktop,
  trayHost: _,
  master,
}) => {
  const infoDir = path.join(master.workerDir, 'info');
  const app = await desktop.launch();
  await master.attached();
  const page = await app.firstWindow();
  await page.getByRole('navigation').getByText('Host info').click();
  await expect(page.getByLabel('Administrator')).toHaveValue(/Your Name Here/);

  await page.getByRole('button', { name: 'Fill in from this machine' }).click();
  await expect(page.getByLabel('This machine')).toHaveValue(/GiB of memory/);
  await page.getByLabel('Administrator').fill('Ada <ada@example.org>');
  await page.getByLabel('Access').fill('ssh://build.example.org');
  await page.getByLabel('Name of the new file').fill('rack');
  await page.getByLabel('Name of the new file').press('Enter');
  await page.getByLabel('rack', { exact: true }).fill('seven');
  // Unsaved, it survives another page.
  await page.getByRole('navigation').getByText('Overview').click();
  await page.getByRole('navigation').getByText('Host info').click();
  await expect(page.getByLabel('rack', { exact: true })).toHaveValue('seven');
  await expect(page.getByTestId('preview')).toContainText('Ada <ada@example.org>');
  await page.screenshot({ path: test.info().outputPath('hostinfo.png'), fullPage: true });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status')).toContainText('Saved');
  expect(fs.readFileSync(path.join(infoDir, 'admin'), 'utf8')).toBe('Ada <ada@example.org>\n');
  expect(fs.readFileSync(path.join(infoDir, 'rack'), 'utf8')).toBe('seven\n');

  await page.getByRole('button', { name: 'Reconnect between builds' }).click();
  await expect
    .poll(async () => (await master.control.workerInfo(master.login.workerName)).info.admin)
    .toBe('Ada <ada@example.org>\n');
});

test('a shared file is changed or replaced only as the user says', async ({
  desktop,
  trayHost: _,
  master,
}) => {
  const infoDir = path.join(master.workerDir, 'info');
  const sharedPath = path.join(desktop.home, 'shared-admin');
  fs.writeFileSync(sharedPath, 'All of us\n');
  fs.rmSync(path.join(infoDir, 'admin'));
  fs.symlinkSync(sharedPath, path.join(infoDir, 'admin'));
  const app = await desktop.launch();
  const page = await app.firstWindow();
  await page.getByRole('navigation').getByText('Host info').click();
  await expect(page.getByText(`This is a link to ${sharedPath}`)).toBeVisible();

  await page.getByLabel('Administrator').fill('Ada');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('dialog')).toContainText(sharedPath);
  await page.screenshot({ path: test.info().outputPath('hostinfo-link.png') });
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  expect(fs.readFileSync(sharedPath, 'utf8')).toBe('All of us\n');

  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Give it its own file' }).click();
  await expect(page.getByRole('status')).toContainText('Saved');
  expect(fs.readFileSync(path.join(infoDir, 'admin'), 'utf8')).toBe('Ada\n');
  expect(fs.readFileSync(sharedPath, 'utf8')).toBe('All of us\n');
});
