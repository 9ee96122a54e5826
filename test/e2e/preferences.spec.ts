import fs from 'node:fs';
import path from 'node:path';
import { expect, goTo, shot, test } from './support/desktop.ts';

test('theme and language count at once, in window and tray, and stay', async ({
  desktop,
  trayHost,
}) => {
  const { page } = await desktop.launchWindow();
  await goTo(page, 'Preferences');
  await shot(page, 'preferences');
  const scheme = () => page.locator('html').getAttribute('data-mantine-color-scheme');
  await page.getByText('Dark', { exact: true }).click();
  await expect.poll(scheme).toBe('dark');
  await page.getByRole('combobox', { name: 'Language' }).click();
  await page.getByRole('option', { name: 'Deutsch' }).click();
  await expect(page.getByText('Beim Anmelden starten')).toBeVisible();
  expect(await page.locator('html').getAttribute('lang')).toBe('de');
  await shot(page, 'preferences-dark-german');
  const icon = await trayHost.icon();
  await expect
    .poll(() => icon.tooltip())
    .toBe('Buildtray: Noch kein Worker: Fügen Sie im Fenster einen hinzu');
  expect((await icon.menu()).map(({ label }) => label)).toContain('Beenden');
  expect(desktop.settings).toMatchObject({ preferences: { theme: 'dark', language: 'de' } });
});

test('the start at login is an entry that says whether the window shows', async ({
  desktop,
  trayHost: _,
}) => {
  const { page } = await desktop.launchWindow();
  await goTo(page, 'Preferences');
  const entryPath = path.join(desktop.home, '.config/autostart/buildtray.desktop');
  const atLogin = page.getByRole('switch', { name: 'Start when I log in' });
  const hidden = page.getByRole('switch', { name: 'Start in the tray' });
  await expect(atLogin).toBeEnabled();
  await expect(hidden).toBeDisabled();
  await atLogin.click({ force: true });
  await expect(hidden).toBeEnabled();
  await expect.poll(() => fs.existsSync(entryPath)).toBe(true);
  expect(fs.readFileSync(entryPath, 'utf8')).toMatch(/^Exec=.*"--hidden"$/m);
  await hidden.click({ force: true });
  await expect.poll(() => fs.readFileSync(entryPath, 'utf8')).not.toContain('--hidden');
  await atLogin.click({ force: true });
  await expect.poll(() => fs.existsSync(entryPath)).toBe(false);
  await expect(hidden).toBeDisabled();
});

test('notifications are off when they are not wanted', async ({ desktop, trayHost: _ }) => {
  const { page } = await desktop.launchWindow();
  await goTo(page, 'Preferences');
  const wanted = page.getByRole('switch', { name: 'Show notifications' });
  await expect(wanted).toBeChecked();
  await wanted.click({ force: true });
  await expect(wanted).not.toBeChecked();
  expect(desktop.settings).toMatchObject({ preferences: { notifications: false } });
});

test('every page is reached by keyboard alone', async ({ desktop, trayHost: _ }) => {
  const { page } = await desktop.launchWindow();
  await expect(page.getByLabel('Paste anything')).toBeFocused();
  const [, ...names] = await page.getByRole('navigation').getByRole('button').all();
  for (const [at, button] of names.entries()) {
    // From the page's own field the first one is a long way back.
    if (at === 0) await button.focus();
    else await page.keyboard.press('Tab');
    await expect(button).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(button, `the page ${at}`).toHaveAttribute('aria-current', 'page');
    await button.focus();
  }
});
