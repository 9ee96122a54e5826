import fs from 'node:fs';
import path from 'node:path';
import { exitOf, expect, goTo, test as plainTest, shot } from './support/desktop.ts';
import { SUCCESS, test } from './support/real-master.ts';
import { historyFileOf, outputDirIn, writeSampleHistory } from './support/sample-history.ts';
import { saveLonelyWorker } from './support/worker-directory.ts';

test('what a master had built is kept, with its commands, also over a restart', async ({
  desktop,
  master,
}) => {
  const { app, page } = await desktop.launchWindow();
  const child = app.process();
  await master.attached();
  await goTo(page, 'Builds');
  await expect(page.getByText('No builds yet')).toBeVisible();
  await shot(page, 'no-builds');

  const running = await master.startHeldBuild();
  const list = page.getByRole('table', { name: 'Builds, newest first' });
  await expect(list.getByRole('row')).toHaveCount(2);
  await expect(list).toContainText('Running');
  master.goOn();
  expect((await master.control.finished(running)).results).toBe(SUCCESS);
  await expect(list).toContainText('No errors');
  await list.getByRole('button', { name: 'held' }).click();
  const details = page.getByRole('region', { name: 'The build' }).or(page.getByRole('dialog'));
  await expect(details.getByTestId('commands')).toContainText('echo x > started');
  await expect(details).toContainText('exit 0');
  await expect(details).toContainText(path.join(master.workerDir, 'held/build'));
  await details.getByRole('button', { name: 'Output', exact: true }).click();
  await expect(details.getByRole('region', { name: /^Output of/ })).toContainText('done');
  await shot(page, 'one-build');
  await app.close();
  await exitOf(child);

  const { page: again } = await desktop.launchWindow();
  await goTo(again, 'Builds');
  await expect(again.getByRole('table')).toContainText('No errors');
});

plainTest('builds are filtered, searched, shown in pictures and forgotten', async ({ desktop }) => {
  const basedir = saveLonelyWorker(desktop);
  writeSampleHistory(desktop.home, basedir);
  const { app, page } = await desktop.launchWindow();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1360, 900));
  await goTo(page, 'Builds');
  const table = page.getByRole('table');
  const rows = table.getByRole('row');
  await expect(table).toHaveAttribute('aria-rowcount', '161');
  await expect(rows.last()).not.toHaveAttribute('aria-rowindex', '161');
  await expect(async () => {
    await rows.last().scrollIntoViewIfNeeded();
    await expect(rows.last()).toHaveAttribute('aria-rowindex', '161', { timeout: 500 });
  }).toPass();
  await rows.first().scrollIntoViewIfNeeded();
  await expect(rows.nth(1)).toHaveAttribute('aria-rowindex', '2');
  await rows.nth(1).click();
  await shot(page, 'builds');

  const picture = page.getByRole('group', { name: 'What ran when' });
  await picture.getByRole('button').last().focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(picture.locator('[aria-pressed=true]')).toBeFocused();

  await rows.filter({ hasText: 'With errors' }).first().click();
  const output = page.getByRole('region', { name: 'Output of make check' });
  await expect(output.getByText("implicit declaration of function 'parse_line'")).toBeInViewport();
  await shot(page, 'kept-output');

  const search = page.getByRole('searchbox', { name: 'Search builders' });
  await search.fill('NIGHTLY');
  await expect(page.getByRole('table')).not.toContainText('docs');
  await expect(page.getByRole('table')).toContainText('nightly-full');
  await search.fill('no such thing');
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.getByRole('combobox', { name: 'Result' }).click();
  await page.getByRole('option', { name: 'With errors' }).click();
  await expect(page.getByRole('table')).not.toContainText('No errors');

  await page.emulateMedia({ colorScheme: 'dark' });
  await shot(page, 'builds-dark');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(640, 720));
  await shot(page, 'builds-narrow');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Clear history…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Clear history' }).click();
  await expect(page.getByText('No builds yet')).toBeVisible();
  expect(fs.existsSync(historyFileOf(desktop.home, basedir))).toBe(false);
  await expect.poll(() => fs.readdirSync(outputDirIn(desktop.home))).toEqual([]);
});
