import fs from 'node:fs';
import path from 'node:path';
import { expect, goTo, shot } from './support/desktop.ts';
import { test } from './support/real-master.ts';

test('host info is filled in, saved, and read by the master when the worker attaches again', async ({
  desktop,
  trayHost: _,
  master,
}) => {
  const infoDir = path.join(master.workerDir, 'info');
  const { page } = await desktop.launchWindow();
  await master.attached();
  await goTo(page, 'Host info');
  await expect(page.getByLabel('Administrator')).toHaveValue(/Your Name Here/);

  await page.getByRole('button', { name: 'Fill in from this machine' }).click();
  await expect(page.getByLabel('This machine')).toHaveValue(/GiB of memory/);
  await page.getByLabel('Administrator').fill('Ada <ada@example.org>');
  await page.getByLabel('Access').fill('ssh://build.example.org');
  await page.getByLabel('Name of the new file').fill('rack');
  await page.getByLabel('Name of the new file').press('Enter');
  await page.getByLabel('rack', { exact: true }).fill('seven');
  // Unsaved, it survives another page.
  await goTo(page, 'Overview');
  await goTo(page, 'Host info');
  await expect(page.getByLabel('rack', { exact: true })).toHaveValue('seven');
  await expect(page.getByTestId('preview')).toContainText('Ada <ada@example.org>');
  await shot(page, 'hostinfo', { fullPage: true });
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
  const { page } = await desktop.launchWindow();
  await goTo(page, 'Host info');
  await expect(page.getByText(`This is a link to ${sharedPath}`)).toBeVisible();

  await page.getByLabel('Administrator').fill('Ada');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('dialog')).toContainText(sharedPath);
  await shot(page, 'hostinfo-link');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  expect(fs.readFileSync(sharedPath, 'utf8')).toBe('All of us\n');

  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Give it its own file' }).click();
  await expect(page.getByRole('status')).toContainText('Saved');
  expect(fs.readFileSync(path.join(infoDir, 'admin'), 'utf8')).toBe('Ada\n');
  expect(fs.readFileSync(sharedPath, 'utf8')).toBe('All of us\n');
});
