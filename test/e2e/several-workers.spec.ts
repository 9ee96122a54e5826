import fs from 'node:fs';
import path from 'node:path';
import { exitOf, expect, firstRow } from './support/desktop.ts';
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
  const app = await desktop.launch();
  const child = app.process();
  await master.attached();
  const page = await app.firstWindow();
  const icon = await trayHost.icon();

  // The master does not know the second one; that is the worst state.
  await expect.poll(() => icon.tooltip()).toContain('other: 127.0.0.1');
  expect(await icon.tooltip()).toContain('refuses the name or the password');
  expect(await firstRow(icon)).toBe(await icon.tooltip());
  const { workerName } = master.login;
  await expect(page.getByRole('region', { name: workerName }).getByTestId('state')).toHaveText(
    'Idle',
  );
  await expect(page.getByRole('region', { name: 'other' }).getByTestId('state')).toHaveText(
    'Needs your attention',
  );
  await page.screenshot({ path: test.info().outputPath('two-workers.png') });

  await icon.choose('other', 'Disconnect');
  await expect(page.getByRole('region', { name: 'other' }).getByTestId('state')).toHaveText(
    'Stopped',
  );
  await icon.choose(workerName, 'Shut down gracefully');
  await master.detached();
  await expect(page.getByRole('region', { name: workerName }).getByTestId('state')).toHaveText(
    'Stopped',
  );
  expect(child.exitCode).toBeNull();
  await icon.choose('Quit');
  expect(await exitOf(child)).toBe(0);
});
