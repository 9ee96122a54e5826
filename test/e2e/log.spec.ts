import fs from 'node:fs';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { type Desktop, expect, goTo, type Page, shot, test } from './support/desktop.ts';
import { saveLonelyWorker } from './support/worker-directory.ts';

const LINES = 200_000;

/** A log that Buildbot's own worker left behind, and one of ours after it. */
function writeLogs(basedir: string): void {
  const line = (at: number): string => {
    const time = new Date(1_760_000_000_000 + at * 1_000).toISOString();
    const level = at % 5_000 === 4_999 ? 'error' : at % 1_000 === 0 ? 'warn' : 'info';
    const head = `${time.slice(0, 10)} ${time.slice(11, 19)}+0000 [command ${at % 7}#${level}]`;
    const text = at % 5_000 === 4_999 ? `cannot read\n\tTraceback of ${at}` : `line ${at} of many`;
    return `${head} ${text}\n`;
  };
  const chunk = (from: number, to: number): string => {
    let text = '';
    for (let at = from; at < to; at += 1) text += line(at);
    return text;
  };
  fs.writeFileSync(path.join(basedir, 'twistd.log.1'), chunk(0, LINES / 2));
  fs.writeFileSync(path.join(basedir, 'twistd.log'), chunk(LINES / 2, LINES));
  const old = new Date(1_760_000_000_000 + LINES * 1_000);
  fs.utimesSync(path.join(basedir, 'twistd.log.1'), old, old);
}

async function openLog(desktop: Desktop): Promise<{ app: ElectronApplication; page: Page }> {
  const { app, page } = await desktop.launchWindow();
  await goTo(page, 'Log');
  await expect(page.getByTestId('log-size')).toContainText('lines');
  return { app, page };
}

test('the log page shows the end of a large log, filters and searches all of it', async ({
  desktop,
}) => {
  const basedir = saveLonelyWorker(desktop);
  writeLogs(basedir);
  const { page } = await openLog(desktop);
  const log = page.getByRole('log');
  await expect(page.getByTestId('log-size')).toHaveText(/^200,\d\d\d lines, .* in 3 files$/);
  await expect(log).toContainText('starts in');
  await shot(page, 'log');

  await page.getByText('Errors', { exact: true }).click();
  await expect(log).toContainText('Traceback of 199999');
  await expect(log).not.toContainText('line 199998 of many');
  await shot(page, 'errors');
  await page.getByText('All', { exact: true }).click();

  await page.keyboard.press('Control+f');
  const search = page.getByRole('searchbox', { name: 'Search the whole log' });
  await expect(search).toBeFocused();
  await search.fill('LINE 123');
  await expect(page.getByTestId('search-state')).toHaveText('1 of 1,111');
  await expect(log).toContainText('line 123999 of many');
  await shot(page, 'search');
  await search.press('Enter');
  await expect(page.getByTestId('search-state')).toHaveText('2 of 1,111');
  await search.press('Shift+Enter');
  await expect(page.getByTestId('search-state')).toHaveText('1 of 1,111');
  await page.getByRole('button', { name: 'Match case' }).click();
  await expect(page.getByTestId('search-state')).toHaveText('Not found');
  await search.fill('(');
  await page.getByRole('button', { name: 'Regular expression' }).click();
  await expect(page.getByTestId('search-state')).toContainText('That is not a regular expression');
  await search.fill('line 7\\d{3} ');
  await expect(page.getByTestId('search-state')).toHaveText('1 of 1,000');
  await search.press('Escape');
  await expect(page.getByTestId('search-state')).toBeHidden();
});

test('the log page follows what is written, and stays where the reader scrolled to', async ({
  desktop,
}) => {
  const basedir = saveLonelyWorker(desktop);
  writeLogs(basedir);
  const { page } = await openLog(desktop);
  const log = page.getByRole('log');
  const add = (text: string) =>
    fs.appendFileSync(
      path.join(basedir, 'worker.log'),
      `2026-11-24 10:00:00+0000 [test#info] ${text}\n`,
    );
  await expect(log).toContainText('starts in');
  add('written just now');
  await expect(log).toContainText('written just now');
  await log.focus();
  await page.keyboard.press('Home');
  await expect(log).toContainText('line 0 of many');
  const follow = page.getByRole('button', { name: /Follow|new line/ });
  await expect(follow).toHaveAttribute('aria-pressed', 'false');
  add('one more');
  await expect(follow).toHaveText(/\d+ new lines?/);
  await expect(log).toContainText('line 0 of many');
  await follow.click();
  await expect(log).toContainText('one more');
});

test('rotation is changed and done from the log page, and seen on disk', async ({ desktop }) => {
  const basedir = saveLonelyWorker(desktop);
  const { page } = await openLog(desktop);
  const tac = () => fs.readFileSync(path.join(basedir, 'buildbot.tac'), 'utf8');
  const files = () => fs.readdirSync(basedir).filter((name) => name.startsWith('worker.log'));
  await page.getByRole('button', { name: 'Rotation…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Rotation' });
  await expect(dialog.getByTestId('log-on-disk')).toContainText('in 1 file');
  await shot(page, 'rotation');
  await dialog.getByRole('button', { name: 'Rotate now' }).click();
  await expect.poll(() => files().sort()).toEqual(['worker.log', 'worker.log.1']);
  await expect(dialog.getByTestId('log-on-disk')).toContainText('in 2 files');

  await dialog.getByLabel('Size of a file').fill('');
  await expect(dialog.getByText('Enter a size, such as 500 kB or 10 MB.')).toBeVisible();
  await dialog.getByLabel('Size of a file').fill('2 MB');
  await dialog.getByLabel('Older files to keep').fill('3');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  expect(tac()).toMatch(/^rotateLength = 2000000$/m);
  expect(tac()).toMatch(/^maxRotatedFiles = 3$/m);

  // The running worker heeds it at once: three older files stay, and no more.
  await page.getByRole('button', { name: 'Rotation…' }).click();
  for (const there of [3, 4]) {
    await dialog.getByRole('button', { name: 'Rotate now' }).click();
    await expect.poll(() => files().length).toBe(there);
  }
  fs.writeFileSync(path.join(basedir, 'worker.log.3'), 'the oldest');
  await dialog.getByRole('button', { name: 'Rotate now' }).click();
  const oldest = () => fs.readFileSync(path.join(basedir, 'worker.log.3'), 'utf8');
  await expect.poll(oldest).not.toBe('the oldest');
  expect(files()).toHaveLength(4);
  await dialog.getByLabel('Start a new file when the log gets large').click({ force: true });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  expect(tac()).toMatch(/^rotateLength = None$/m);
});
