import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import electronPath from 'electron';
import { exitOf, expect, firstRow, test } from './support/desktop.ts';

test('the icon registers; tooltip and first row say the same', async ({ desktop, trayHost }) => {
  await desktop.launch('--hidden');
  const icon = await trayHost.icon();
  expect(await icon.property('IconPixmap')).not.toHaveLength(0);
  expect(await icon.tooltip()).toBe('Buildtray: No worker yet: open the window to add one');
  expect(await firstRow(icon)).toBe(await icon.tooltip());
  expect((await icon.menu()).map((row) => row.label || row.type)).toEqual([
    'Buildtray: No worker yet: open the window to add one',
    'separator',
    'Open window',
    'Quit',
  ]);
});

test('Quit in the menu ends the app in order, whatever became of its terminal', async ({
  desktop,
  trayHost,
}) => {
  const app = await desktop.launch('--hidden');
  const child = app.process();
  const icon = await trayHost.icon();
  // Nobody listens to it: then the event itself is the exception.
  await app.evaluate(() => {
    for (const stream of [process.stdout, process.stderr]) stream.emit('error', new Error('lost'));
  });
  await icon.choose('Quit');
  expect(await exitOf(child)).toBe(0);
});

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  test(`${signal} ends the app in order, however often it comes`, async ({ desktop, trayHost }) => {
    const app = await desktop.launch('--hidden');
    const child = app.process();
    await trayHost.icon();
    // Until it has ended, so that one comes at each moment of the end.
    const repeated = setInterval(() => child.kill(signal), 1);
    const status = await exitOf(child);
    clearInterval(repeated);
    expect(status).toBe(0);
  });
}

test('a second start shows the window of the first and ends', async ({ desktop, trayHost }) => {
  const app = await desktop.launch('--hidden');
  await trayHost.icon();
  expect(app.windows()).toHaveLength(0);
  const shown = app.waitForEvent('window');
  const second = spawn(electronPath as unknown as string, desktop.args, {
    env: desktop.env,
    stdio: 'ignore',
  });
  expect(await once(second, 'exit')).toEqual([0, null]);
  await shown;
});

test('a file system that never answers does not keep the app from its end', async ({
  desktop,
  trayHost,
}) => {
  const pipe = path.join(desktop.home, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const app = await desktop.launch('--hidden');
  const child = app.process();
  await trayHost.icon();
  await app.evaluate((_electron, at) => {
    void process.getBuiltinModule('node:fs/promises').open(at);
  }, pipe);
  child.kill('SIGTERM');
  await exitOf(child);
  expect(child.signalCode).toBe('SIGKILL');
});
