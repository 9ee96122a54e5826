import fs from 'node:fs';
import path from 'node:path';
import { contract } from '../../main/contract/contract.ts';
import { expect, goTo, type Page, shot, test } from './support/desktop.ts';
import { buildingInTray, SUCCESS, test as testWithMaster } from './support/real-master.ts';

testWithMaster(
  'a wrong password is reported in window and tray',
  async ({ desktop, trayHost, master }) => {
    master.changeTac("'secret'", "'guess'");
    const { page } = await desktop.launchWindow();
    await expect(page.getByTestId('state')).toHaveText('Needs your attention');
    await expect(page.getByTestId('sentence')).toContainText('rejects the name or the password');
    await shot(page, 'wrong-password');
    const icon = await trayHost.icon();
    expect(await icon.tooltip()).toContain('rejects the name or the password');
    expect(
      (await icon.menu()).map(({ label, enabled }) => (enabled ? label : `(${label})`)),
    ).toEqual(
      expect.arrayContaining(['Try again now', 'Disconnect', '(Resume)', 'Shut down gracefully']),
    );
  },
);

test('closing the window gives it back; a click brings it back at its page and place', async ({
  desktop,
  trayHost,
}) => {
  const { app, page } = await desktop.launchWindow();
  const icon = await trayHost.icon();
  await goTo(page, 'Preferences');
  await expect(page.getByText('Start when I log in')).toBeVisible();
  const bounds = { x: 80, y: 40, width: 820, height: 560 };
  await app.evaluate(({ BrowserWindow }, wanted) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(wanted);
  }, bounds);
  const closed = page.waitForEvent('close');
  await app.evaluate(({ BrowserWindow }) => {
    setImmediate(() => BrowserWindow.getAllWindows()[0]?.close());
  });
  await closed;
  // Playwright reports the end of a page a moment before Electron has let go of it.
  const left = () => app.evaluate(({ webContents }) => webContents.getAllWebContents().length);
  await expect.poll(left).toBe(0);

  const opened = app.waitForEvent('window');
  await icon.activate();
  const again = await opened;
  await expect(again.getByText('Start when I log in')).toBeVisible();
  const found = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());
  await expect.poll(found).toEqual(bounds);
});

test('a directory that can no longer be used is reported, and Connect tries it again', async ({
  desktop,
  trayHost,
}) => {
  const basedir = path.join(desktop.home, 'gone');
  desktop.saveSettings({ workers: [{ basedir }] });
  const { page } = await desktop.launchWindow();
  await expect(page.getByTestId('state')).toHaveText('Needs your attention');
  await expect(page.getByText(`${basedir} does not exist: `)).toBeVisible();
  await shot(page, 'directory');
  const icon = await trayHost.icon();
  await icon.choose('Try again now');
  await expect(page.getByText(`${basedir} does not exist: `)).toBeVisible();
});

test('unusable settings are put aside, and the app starts', async ({ desktop, trayHost }) => {
  desktop.saveSettings({ version: 99 });
  await desktop.launch('--hidden');
  const icon = await trayHost.icon();
  expect(await icon.tooltip()).toBe('Buildtray: No worker yet: open the window to add one');
  expect(fs.existsSync(path.join(desktop.profileDir, 'settings.json.unusable'))).toBe(true);
});

test('the page has neither Node nor anything that the contract does not list', async ({
  desktop,
  trayHost: _,
}) => {
  const { page } = await desktop.launchWindow();
  await expect(page.getByLabel('Paste anything')).toBeVisible();
  const seen = await page.evaluate(() => ({
    node: [typeof Reflect.get(window, 'require'), typeof Reflect.get(window, 'process')],
    api: Object.fromEntries(
      Object.entries(Reflect.get(window, 'buildtray') as Record<string, object>).map(
        ([subject, entries]) => [subject, Object.keys(entries)],
      ),
    ),
  }));
  expect(seen).toEqual({
    node: ['undefined', 'undefined'],
    api: Object.fromEntries(
      Object.entries(contract).map(([subject, entries]) => [subject, Object.keys(entries)]),
    ),
  });
  await expect(asksWrongly(page)).rejects.toThrow('an argument that it does not take');
});

test('the page runs no foreign script, opens nothing, goes nowhere and reads no file', async ({
  desktop,
  trayHost: _,
}) => {
  const { app, page } = await desktop.launchWindow();
  await expect(page.getByLabel('Paste anything')).toBeVisible();
  const url = page.url();
  const found = await page.evaluate(async () => {
    const inline = document.createElement('script');
    inline.textContent = 'window.wasRun = true';
    document.body.append(inline);
    const fetched = await fetch('https://example.org/').catch(() => 'refused');
    const outside = await fetch('../../../package.json').catch(() => 'refused');
    const permission = await Notification.requestPermission();
    return {
      wasRun: Reflect.has(window, 'wasRun'),
      opened: window.open('https://example.org/') !== null,
      fetched,
      outside,
      permission,
    };
  });
  expect(found).toEqual({
    wasRun: false,
    opened: false,
    fetched: 'refused',
    outside: 'refused',
    permission: 'denied',
  });
  await page.evaluate(() => {
    location.href = 'https://example.org/';
  });
  expect(page.url()).toBe(url);
  expect(app.windows()).toHaveLength(1);
});

testWithMaster(
  'a mistake of ours is written down and ends no build',
  async ({ desktop, trayHost, master }) => {
    const { app, icon, running } = await buildingInTray({ desktop, trayHost, master });
    await app.evaluate(() => {
      setTimeout(() => {
        throw new Error('a mistake');
      });
    });
    const log = () => fs.readFileSync(path.join(master.workerDir, 'worker.log'), 'utf8');
    await expect.poll(log).toContain('unexpected: Error: a mistake');
    master.goOn();
    expect((await master.control.finished(running)).results).toBe(SUCCESS);
    await expect.poll(() => icon.tooltip()).toContain('Idle');
  },
);

test('without a tray the window opens, reports it once, and closing it ends the app', async ({
  desktop,
}) => {
  const { app, page } = await desktop.launchWindow();
  const notice = page.getByTestId('no-tray');
  // Panels are given their time to come up.
  await expect(notice).toContainText('This desktop shows no tray icons');
  await shot(page, 'no-tray');
  await page.getByRole('button', { name: 'Got it' }).click();
  await expect(notice).toBeHidden();
  expect(desktop.settings).toMatchObject({ hasReadTrayNotice: true });
  const ended = app.waitForEvent('close');
  await app.evaluate(({ BrowserWindow }) => {
    setImmediate(() => BrowserWindow.getAllWindows()[0]?.close());
  });
  await ended;
});

test('a hidden start shows its window after all where there is no tray', async ({ desktop }) => {
  const app = await desktop.launch('--hidden');
  const page = await app.waitForEvent('window');
  await expect(page.getByLabel('Paste anything')).toBeVisible();
});

test('the window comes back where it was', async ({ desktop, trayHost }) => {
  const bounds = { x: 40, y: 60, width: 700, height: 500 };
  desktop.saveSettings({ windowPlace: { ...bounds, isMaximized: false } });
  const { app } = await desktop.launchWindow();
  await trayHost.icon();
  const found = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());
  await expect.poll(found).toEqual(bounds);
});

/** What a page would do that somebody else wrote. */
function asksWrongly(page: Page): Promise<unknown> {
  return page.evaluate(() =>
    // biome-ignore lint/suspicious/noExplicitAny: what the types forbid is the point
    (window as any).buildtray.app.perform({ kind: 'quit', and: 'more' }),
  );
}
