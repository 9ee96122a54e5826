import fs from 'node:fs';
import path from 'node:path';
import {
  answerQuestions,
  exitOf,
  expect,
  firstRow,
  goTo,
  questionsAsked,
  shot,
} from './support/desktop.ts';
import { buildingInTray, SUCCESS, test } from './support/real-master.ts';

test('a click on "Shut down gracefully" lets the build end, takes no other and ends the app', async ({
  desktop,
  trayHost,
  master,
}) => {
  const { child, icon, running } = await buildingInTray({ desktop, trayHost, master });

  await icon.choose('Shut down gracefully');
  await expect.poll(() => icon.tooltip()).toContain('Shutting down after the build of held');
  await master.force('quick');
  await icon.choose('Shut down gracefully');
  master.goOn();

  expect((await master.control.finished(running)).results).toBe(SUCCESS);
  expect(await exitOf(child)).toBe(0);
  expect(await master.control.builds()).toEqual({ [SUCCESS]: 1 });
});

for (const [way, ask] of [
  ['signal', (pid: number) => process.kill(pid, 'SIGHUP')],
  ['file', (_pid: number, dir: string) => fs.writeFileSync(path.join(dir, 'shutdown.stamp'), '')],
] as const) {
  test(`a graceful shutdown asked for by ${way} is the same as a click`, async ({
    desktop,
    trayHost,
    master,
  }) => {
    master.changeTac('allow_shutdown = None', `allow_shutdown = '${way}'`);
    const { child, icon, running } = await buildingInTray({ desktop, trayHost, master });
    ask(child.pid ?? 0, master.workerDir);
    await expect.poll(() => icon.tooltip()).toContain('Shutting down after the build of held');
    master.goOn();
    expect((await master.control.finished(running)).results).toBe(SUCCESS);
    expect(await exitOf(child)).toBe(0);
  });
}

test('Pause lets the build end and outlives the app; Resume brings the waiting build', async ({
  desktop,
  trayHost,
  master,
}) => {
  const { child, icon, running } = await buildingInTray({ desktop, trayHost, master });

  await icon.choose('Pause', 'Until I resume');
  await expect.poll(() => icon.tooltip()).toContain('Pausing after the build of held');
  const waiting = await master.force('quick');
  master.goOn();
  expect((await master.control.finished(running)).results).toBe(SUCCESS);
  await expect.poll(() => icon.tooltip()).toBe('Buildtray: Paused until you resume');
  await icon.choose('Quit');
  expect(await exitOf(child)).toBe(0);

  trayHost.forgetIcons();
  await desktop.launch('--hidden');
  const again = await trayHost.icon();
  await expect.poll(() => again.tooltip()).toBe('Buildtray: Paused until you resume');
  expect(await firstRow(again)).toBe('Buildtray: Paused until you resume');
  expect(await master.control.builds()).toEqual({ [SUCCESS]: 1 });

  await again.choose('Resume');
  expect((await master.control.finished(waiting)).results).toBe(SUCCESS);
  await expect.poll(() => again.tooltip()).toContain('Idle, connected to 127.0.0.1:');
  expect(JSON.stringify(desktop.settings)).not.toContain('pausedUntil');
});

test('a pause until tomorrow; a second click never makes it worse', async ({
  desktop,
  trayHost,
  master,
}) => {
  const { icon, running } = await buildingInTray({ desktop, trayHost, master });
  for (let click = 0; click < 2; click += 1) {
    await icon.choose('Pause', 'Until tomorrow');
    await expect.poll(() => icon.tooltip()).toContain('Pausing after the build of held');
    expect(await firstRow(icon)).toBe(await icon.tooltip());
  }
  master.goOn();
  expect((await master.control.finished(running)).results).toBe(SUCCESS);
  await expect.poll(() => icon.tooltip()).toMatch(/^Buildtray: Paused until (tomorrow, )?\d/);
  const paused = JSON.stringify(desktop.settings);
  await icon.choose('Pause', 'Until tomorrow');
  expect(await icon.tooltip()).toMatch(/^Buildtray: Paused until (tomorrow, )?\d/);
  expect(JSON.stringify(desktop.settings)).toBe(paused);
});

test('a pause that is cancelled while a build runs accepts builds again after it', async ({
  desktop,
  trayHost,
  master,
}) => {
  const { icon, running } = await buildingInTray({ desktop, trayHost, master });
  await icon.choose('Pause', '1 hour');
  await expect.poll(() => icon.tooltip()).toContain('Pausing after the build of held');
  await icon.choose('Resume');
  await expect.poll(() => icon.tooltip()).toContain('Building held');
  const next = await master.force('quick');
  master.goOn();
  expect((await master.control.finished(running)).results).toBe(SUCCESS);
  expect((await master.control.finished(next)).results).toBe(SUCCESS);
});

test('Quit during a build asks: Cancel changes nothing, "after this build" waits for it', async ({
  desktop,
  trayHost,
  master,
}) => {
  const { app, child, icon, running } = await buildingInTray({ desktop, trayHost, master });

  await answerQuestions(app, 'Cancel');
  await icon.choose('Quit');
  await expect.poll(() => questionsAsked(app)).toHaveLength(1);
  const [question] = await questionsAsked(app);
  expect(question).toContain('Builder held is in the middle of a build');
  expect(question).toContain('the master will run the build again');
  expect(question).toContain('[Quit after this build|Quit now|Cancel]');
  expect(await icon.tooltip()).toContain('Building held');

  await answerQuestions(app, 'Quit after this build');
  await icon.choose('Quit');
  await expect.poll(() => icon.tooltip()).toContain('Quitting after the build of held');
  master.goOn();
  expect((await master.control.finished(running)).results).toBe(SUCCESS);
  expect(await exitOf(child)).toBe(0);
});

test('Disconnect during a build asks, and "Disconnect now" leaves nothing running', async ({
  desktop,
  trayHost,
  master,
}) => {
  const app = await desktop.launch('--hidden');
  await master.attached();
  const icon = await trayHost.icon();
  await master.force('family');
  const pids = path.join(master.workerDir, 'family/build/pids');
  await expect.poll(() => fs.existsSync(pids)).toBe(true);
  await expect.poll(() => icon.tooltip()).toContain('Building family');

  await answerQuestions(app, 'Disconnect now');
  await icon.choose('Disconnect');
  await expect.poll(() => icon.tooltip()).toBe('Buildtray: Stopped');
  await master.detached();
  expect(await questionsAsked(app)).toHaveLength(1);
  expect(fs.readFileSync(pids, 'utf8').trim().split(' ').map(Number).filter(isAlive)).toEqual([]);
  await icon.choose('Connect');
  await master.attached();
});

test('the window shows what runs, its output as it comes, and the log', async ({
  desktop,
  trayHost: _,
  master,
}) => {
  const { page } = await desktop.launchWindow();
  await master.attached();
  await expect(page.getByTestId('state')).toHaveText('Idle');
  await master.startHeldBuild();
  await expect(page.getByTestId('state')).toHaveText('Building');
  await expect(page.getByTestId('running-command')).toContainText('held');
  await expect(page.getByLabel('Output of the commands')).toContainText('echo x > started');
  await shot(page, 'building');

  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Disconnect' }).click();
  const question = page.getByRole('dialog');
  await expect(question).toContainText('Builder held is in the middle of a build');
  await shot(page, 'question');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(question).toBeHidden();
  await expect(page.getByTestId('state')).toHaveText('Building');

  await goTo(page, 'Log');
  await expect(page.getByLabel('Log of the worker')).toContainText('Connected to buildmaster');
  await shot(page, 'log');
  await goTo(page, 'Overview');

  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Shut down gracefully' }).click();
  await expect(page.getByTestId('sentence')).toContainText('Shutting down after the build of held');
  const waits = page.getByTestId('waits-for');
  await expect(waits).toContainText('echo x > started');
  await expect(waits.getByTestId('estimate')).toHaveText('no earlier build to go by');
  await expect(waits.getByTestId('afterwards')).toContainText('shuts down.');
  await shot(page, 'draining');
  await page.getByRole('button', { name: 'Keep working' }).click();
  // The master goes on with it until the worker has attached again.
  await expect(page.getByTestId('state')).toHaveText('Building, no new builds yet');
  master.goOn();
  await expect(page.getByTestId('state')).toHaveText('Idle');
  await shot(page, 'idle');
});

function isAlive(pid: number): boolean {
  try {
    return !/^State:\s*Z/m.test(fs.readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
