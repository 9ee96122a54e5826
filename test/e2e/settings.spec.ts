import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, goTo, shot } from './support/desktop.ts';
import { test } from './support/real-master.ts';
import { violationsOn } from './support/violations.ts';

async function openSettings(page: Page): Promise<void> {
  await goTo(page, 'Settings');
  await expect(page.getByLabel('Worker name', { exact: true })).toBeVisible();
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).click();
  await page.getByRole('option', { name: option }).click();
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  // Not the note that settings of before still wait for something.
  await expect(page.getByRole('status').getByText('Saved', { exact: true })).toBeVisible();
}

test('every setting is changed on the page, written to buildbot.tac, and takes effect', async ({
  desktop,
  trayHost: _,
  master,
}) => {
  const tacPath = path.join(master.workerDir, 'buildbot.tac');
  const tac = () => fs.readFileSync(tacPath, 'utf8');
  const { page } = await desktop.launchWindow();
  await master.attached();
  await openSettings(page);
  await shot(page, 'settings', { fullPage: true });
  expect(await violationsOn(page)).toEqual([]);
  await expect(page.getByLabel('Keepalive', { exact: true })).toBeHidden();
  await page.getByRole('button', { name: /^Show \d+ more settings$/ }).click();

  // What a screen reader announces for each kind of control.
  for (const [label, description] of [
    ['Keepalive', /How often the worker checks/],
    ['Encrypt with TLS', /certificate on this port/],
    ['Protocol', /what nearly every master speaks/],
    ['Password', /As the project’s administrator gave it to you/],
  ] as const) {
    const control = page.locator('input').and(page.getByLabel(label, { exact: true }));
    await expect(control).toHaveAccessibleDescription(description);
  }

  // What holds at once: the log is rotated by the new size.
  await page.getByLabel('Keepalive', { exact: true }).fill('often');
  await expect(page.getByLabel('Keepalive', { exact: true })).toHaveAccessibleDescription(
    /Enter a length of time, such as 30 s or 5 min\..*Default: 10 min/,
  );
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeDisabled();
  await page.getByRole('button', { name: 'Keepalive', exact: true }).click();
  await expect(page.getByLabel('Keepalive', { exact: true })).toBeFocused();
  await page.getByRole('button', { name: 'Undo: Keepalive' }).click();
  await expect(page.getByLabel('Keepalive', { exact: true })).toHaveValue('10 min');
  await page.getByLabel('Keepalive', { exact: true }).fill('17');
  await page.getByLabel('Longest delay between attempts', { exact: true }).fill('1 min');
  await page.getByLabel('Failed attempts before giving up', { exact: true }).fill('9');
  await choose(page, 'Graceful shutdown from outside', 'By touching shutdown.stamp');
  await expect(page.getByLabel('Size of a log file', { exact: true })).toHaveValue('10 MB');
  await page.getByLabel('Size of a log file', { exact: true }).fill('300 B');
  await page.getByLabel('Older log files to keep', { exact: true }).fill('3');
  await page.getByRole('button', { name: 'Show changes' }).click();
  await expect(page.getByTestId('changes')).toContainText('+keepalive = 17');
  await shot(page, 'settings-changes');
  await save(page);
  await expect(page.getByText('Applied.')).toBeVisible();
  for (const line of [
    'keepalive = 17',
    'maxdelay = 60',
    'maxretries = 9',
    "allow_shutdown = 'file'",
    'rotateLength = 300',
    'maxRotatedFiles = 3',
  ]) {
    expect(tac()).toContain(`${line}\n`);
  }
  await expect.poll(() => fs.existsSync(path.join(master.workerDir, 'worker.log.1'))).toBe(true);

  // What holds at the next connection: unsaved, it survives another page.
  await page.getByLabel('Processors', { exact: true }).fill('3');
  await page.getByLabel('Encoding', { exact: true }).fill('latin-1');
  await goTo(page, 'Overview');
  await expect(page.getByRole('navigation').getByTitle('2 unsaved changes')).toBeVisible();
  await openSettings(page);
  await expect(page.getByLabel('Processors', { exact: true })).toHaveValue('3');
  await page.getByText('2 unsaved changes').waitFor();
  await page.getByLabel('Remove leftover directories', { exact: true }).click({ force: true });
  await choose(page, 'File access', 'Anywhere you have access');
  await page.getByLabel('Additional authorities', { exact: true }).fill('/etc/ssl/certs');
  await save(page);
  for (const line of ['numcpus = 3', "unicode_encoding='latin-1'", 'delete_leftover_dirs = True']) {
    expect(tac()).toContain(line);
  }
  expect(tac()).toContain("buildtray_file_access = 'anywhere'");
  await shot(page, 'settings-saved', { fullPage: true });
  // What the master reads only when the worker attaches shows that it did.
  fs.writeFileSync(path.join(master.workerDir, 'info/admin'), 'Ada, again\n');
  await page.getByRole('button', { name: 'Reconnect between builds' }).click();
  await expect
    .poll(async () => (await master.control.workerInfo(master.login.workerName)).info.admin)
    .toBe('Ada, again\n');
  await expect(page.getByText('Some saved settings are not in effect yet')).toBeHidden();

  // What takes effect when the worker starts again.
  await page.getByLabel('File mode mask', { exact: true }).fill('077');
  await save(page);
  expect(tac()).toContain('umask = 0o77');
  await page.getByRole('button', { name: 'Restart now' }).click();
  await expect(page.getByText('Some saved settings are not in effect yet')).toBeHidden();
  await master.attached();

  // The way to the master, and what is kept in buildtray.json.
  await page.getByLabel('Encrypt with TLS', { exact: true }).click({ force: true });
  await page.getByLabel('Proxy', { exact: true }).fill('tcp:host=proxy.example.org:port=3128');
  await choose(page, 'Protocol', 'MessagePack');
  await page.getByLabel('Base directory', { exact: true }).fill('.');
  await page.getByLabel('Certificate pin', { exact: true }).fill('not a pin');
  await page.getByLabel('Proxy user', { exact: true }).fill('ada');
  await page.getByRole('textbox', { name: 'Proxy password' }).fill('let me out');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(/^Enter a SHA-256: /)).toBeVisible();
  await page.getByLabel('Certificate pin', { exact: true }).fill(`sha256:${'0'.repeat(64)}`);
  await save(page);
  for (const line of [
    'use_tls = True',
    "proxy_connection_string = 'tcp:host=proxy.example.org:port=3128'",
    "protocol = 'msgpack_experimental_v7'",
    "basedir = '.'",
  ]) {
    expect(tac()).toContain(`${line}\n`);
  }
  expect(
    JSON.parse(fs.readFileSync(path.join(master.workerDir, 'buildtray.json'), 'utf8')),
  ).toEqual({
    tls: { pin: `sha256:${'0'.repeat(64)}`, authorities: '/etc/ssl/certs' },
    proxy: { user: 'ada', password: 'let me out' },
  });

  // Another master, name and password: written, and taken back.
  await page.getByText('Connection string', { exact: true }).first().click();
  await page
    .getByLabel('Connection string', { exact: true })
    .last()
    .fill('tcp:host=ci.example.org:port=1');
  await page.getByLabel('Worker name', { exact: true }).fill('somebody');
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill('new-word');
  await page.getByLabel('Path of the WebSocket', { exact: true }).fill('/ws');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  // What a connection string has no use for is shown for as long as it is set.
  await expect(page.getByText(/connection_string cannot be used together/)).toBeVisible();
  await page.getByRole('button', { name: 'Clear: Proxy', exact: true }).click();
  await save(page);
  for (const line of [
    "connection_string = 'tcp:host=ci.example.org:port=1'",
    'buildmaster_host = None',
    "workername = 'somebody'",
    "passwd = 'new-word'",
  ]) {
    expect(tac()).toContain(line);
  }
  await page.getByRole('button', { name: 'Show buildbot.tac' }).click();
  await expect(page.getByTestId('tac')).toContainText("workername = 'somebody'");
  await expect(page.getByTestId('tac')).not.toContainText('new-word');
});

test('a file that somebody wrote by hand: computed, unusable and changed meanwhile', async ({
  desktop,
  trayHost: _,
  master,
}) => {
  const tacPath = path.join(master.workerDir, 'buildbot.tac');
  const before = fs.readFileSync(tacPath, 'utf8');
  const byHand = before
    .replace(/^keepalive = .*$/m, 'keepalive = 5 * 60')
    .replace(/^maxdelay = .*$/m, "maxdelay = 'soon'");
  fs.writeFileSync(tacPath, byHand);
  const { page } = await desktop.launchWindow();
  await page.emulateMedia({ colorScheme: 'dark' });
  await openSettings(page);
  await expect(page.getByText('5 * 60', { exact: true })).toBeVisible();
  await expect(page.getByLabel('Keepalive', { exact: true }).getByRole('textbox')).toHaveCount(0);
  await expect(page.getByText(/holds a value that is not allowed here\. Enter /)).toBeVisible();
  await shot(page, 'settings-by-hand', { fullPage: true });
  expect(await violationsOn(page)).toEqual([]);

  await page.getByLabel('Longest delay between attempts', { exact: true }).fill('30');
  fs.writeFileSync(tacPath, byHand.replace(/^numcpus = .*$/m, 'numcpus = 11'));
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Another program changed the file')).toBeVisible();
  await expect(page.getByLabel('Processors', { exact: true })).toHaveValue('11');
  await expect(page.getByLabel('Longest delay between attempts', { exact: true })).toHaveValue(
    '30 s',
  );
  await save(page);
  const tac = fs.readFileSync(tacPath, 'utf8');
  expect(tac).toContain('keepalive = 5 * 60\n');
  expect(tac).toContain('maxdelay = 30\n');
  expect(tac).toContain('numcpus = 11\n');

  await page.getByLabel('Find a setting', { exact: true }).fill('rotateLength');
  await expect(page.getByLabel('Size of a log file', { exact: true })).toBeVisible();
  await expect(page.getByLabel('Processors', { exact: true })).toBeHidden();
});

test('a worker that cannot run with its file is fixed on the page, and connects', async ({
  desktop,
  trayHost: _,
  master,
}) => {
  const tacPath = path.join(master.workerDir, 'buildbot.tac');
  const before = fs.readFileSync(tacPath, 'utf8');
  master.changeTac(/^port = .*$/m, "port = 'many'");
  const app = await desktop.launch();
  const page = await app.firstWindow();
  await expect(page.getByTestId('problem')).toContainText('port must be a number from 1 to 65535');
  await shot(page, 'cannot-run');
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Open its settings' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'port must be' })).toBeVisible();
  const port = page.getByLabel('Port', { exact: true });
  await expect(port).toHaveAccessibleDescription(
    /not allowed here\. Enter a number from 1 to 65,535\./,
  );
  await port.fill(String(master.login.port));
  await save(page);
  await master.attached();
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(fs.readFileSync(tacPath, 'utf8')).toBe(before);
  await goTo(page, 'Overview');
  await expect(page.getByTestId('state')).toHaveText('Idle');
});
