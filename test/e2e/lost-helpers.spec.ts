import type { ElectronApplication, Page } from '@playwright/test';
import { isRunning } from '../support/is-running.ts';
import { expect, goTo, test as plainTest } from './support/desktop.ts';
import { test } from './support/scene.ts';

/** One more than Chromium bears by itself. */
const DEATHS = 7;

test('the build goes on and the window answers though the graphics process dies again and again', async ({
  full: { app, page },
}) => {
  const killed = new Set<number>();
  const next = async () => (await graphicsOf(app)).find((pid) => !killed.has(pid));
  for (let death = 0; death < DEATHS; death += 1) {
    await expect.poll(next).toBeDefined();
    const pid = (await next()) ?? 0;
    killed.add(pid);
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => isRunning(pid)).toBe(false);
  }
  await expect.poll(next).toBeDefined();
  await expect(page.getByText('100 of 212 tests passed')).toBeVisible();
  await goTo(page, 'Log');
  await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
});

test('a window whose page dies comes back by itself, to the build that goes on', async ({
  full: { app, page },
}) => {
  const back = await afterDeath(app, page);
  await expect(back.getByText('100 of 212 tests passed')).toBeVisible();
  const again = await afterDeath(app, back);
  await expect(again.getByText('100 of 212 tests passed')).toBeVisible();
});

plainTest('it comes back where no icon could bring it back, too', async ({ desktop }) => {
  const { app, page } = await desktop.launchWindow();
  const back = await afterDeath(app, page);
  await expect(back.getByRole('navigation')).toBeVisible();
});

/** Kills the page of the one window; the next window's. */
async function afterDeath(app: ElectronApplication, page: Page): Promise<Page> {
  await expect(page.getByRole('navigation')).toBeVisible();
  const next = app.waitForEvent('window');
  await app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) {
      window.webContents.forcefullyCrashRenderer();
    }
  });
  return next;
}

function graphicsOf(app: ElectronApplication): Promise<readonly number[]> {
  return app.evaluate(({ app: electron }) =>
    electron.getAppMetrics().flatMap(({ type, pid }) => (type === 'GPU' ? [pid] : [])),
  );
}
