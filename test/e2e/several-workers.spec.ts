import fs from 'node:fs';
import path from 'node:path';
import { exitOf, expect, firstRow, shot } from './support/desktop.ts';
import { test } from './support/real-master.ts';

test('two workers each have their card, their submenu and their own end', async ({
  desktop,
  trayHost,
  master,
}) => {
  const second = path.join(desktop.home, 'second');
  fs.cpSync(master.workerDir, second, { recursive: true });
  const tacPath = path.join(second, 'buildbot.tac');
  const tac = fs.readFileSync(tacPath, 'utf8');
  fs.writeFileSync(
    tacPath,
    tac.replaceAll(master.workerDir, second).replace(/^workername = .*$/m, "workername = 'other'"),
  );
  desktop.saveSettings({ workers: [{ basedir: master.workerDir }, { basedir: second }] });
  const { app, page } = await desktop.launchWindow();
  const child = app.process();
  await master.attached();
  const icon = await trayHost.icon();

  // The master does not know the second one; that is the worst state.
  await expect.poll(() => icon.tooltip()).toBe('Buildtray: 1 needs your attention, 1 idle');
  expect(await firstRow(icon)).toBe(await icon.tooltip());
  const { workerName } = master.login;
  await expect(page.getByRole('region', { name: workerName }).getByTestId('state')).toHaveText(
    'Idle',
  );
  await expect(page.getByRole('region', { name: 'other' }).getByTestId('state')).toHaveText(
    'Needs your attention',
  );
  await shot(page, 'two-workers');

  await icon.choose('other: Needs your attention', 'Disconnect');
  await expect(page.getByRole('region', { name: 'other' }).getByTestId('state')).toHaveText(
    'Stopped',
  );
  await icon.choose(`${workerName}: Idle`, 'Shut down gracefully');
  await master.detached();
  await expect(page.getByRole('region', { name: workerName }).getByTestId('state')).toHaveText(
    'Stopped',
  );
  expect(child.exitCode).toBeNull();
  await icon.choose('Quit');
  expect(await exitOf(child)).toBe(0);
});

test('a worker is duplicated, moved and removed, its directory kept or deleted', async ({
  desktop,
  trayHost: _,
  master,
}) => {
  const { page } = await desktop.launchWindow();
  await master.attached();
  const { workerName } = master.login;
  const copyDir = path.join(desktop.home, 'copy');
  const more = (name: string) => page.getByRole('button', { name: `More actions for ${name}` });
  const names = () => page.getByRole('main').getByRole('region').getByRole('heading', { level: 2 });

  await more(workerName).click();
  await page.getByRole('menuitem', { name: 'Duplicate…' }).click();
  await page.getByLabel('Worker name').fill('twin');
  await page.getByLabel('Directory', { exact: true }).fill(master.workerDir);
  await page.getByRole('button', { name: 'Duplicate and connect' }).click();
  await expect(page.getByRole('alert')).toContainText('is not empty');
  await page.getByLabel('Directory', { exact: true }).fill(copyDir);
  await shot(page, 'duplicate');
  await page.getByRole('button', { name: 'Duplicate and connect' }).click();
  await expect(names()).toHaveText([workerName, 'twin']);
  expect(fs.readFileSync(path.join(copyDir, 'buildbot.tac'), 'utf8')).toContain("'twin'");

  await more('twin').click();
  await page.getByRole('menuitem', { name: 'Move up' }).click();
  await expect(names()).toHaveText(['twin', workerName]);
  const basedirs = () =>
    (desktop.settings as { workers: { basedir: string }[] }).workers.map(({ basedir }) => basedir);
  expect(basedirs()).toEqual([copyDir, master.workerDir]);
  const handle = page.getByRole('button', { name: 'Move twin' });
  await handle.press('ArrowDown');
  await expect(names()).toHaveText([workerName, 'twin']);
  await expect(handle).toBeFocused();
  await handle.dragTo(page.getByRole('region', { name: workerName }));
  await expect(names()).toHaveText(['twin', workerName]);

  await more('twin').click();
  await page.getByRole('menuitem', { name: 'Remove worker…' }).click();
  await page.getByLabel(/^Delete the directory too \(.*B\)$/).check();
  await shot(page, 'remove');
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(names()).toHaveText([workerName]);
  await expect.poll(() => fs.existsSync(copyDir)).toBe(false);

  await more(workerName).click();
  await page.getByRole('menuitem', { name: 'Remove worker…' }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByText('No worker yet')).toBeVisible();
  await master.detached();
  expect(fs.existsSync(path.join(master.workerDir, 'buildbot.tac'))).toBe(true);
  expect(basedirs()).toEqual([]);
});

test('a directory that is moved away stops its worker, and connecting works again once it is back', async ({
  desktop,
  trayHost: _,
  master,
}) => {
  const { page } = await desktop.launchWindow();
  await master.attached();
  const card = page.getByRole('region', { name: path.basename(master.workerDir) });
  const away = `${master.workerDir}-away`;

  fs.renameSync(master.workerDir, away);
  await master.detached();
  await expect(card.getByTestId('state')).toHaveText('Needs your attention');
  await expect(card).toContainText(`${master.workerDir} does not exist`);
  await shot(page, 'directory-gone');

  fs.renameSync(away, master.workerDir);
  await card.getByRole('button', { name: 'Try again' }).click();
  await master.attached();
  await expect(card.getByTestId('state')).toHaveText('Idle');
});
