import path from 'node:path';
import { exitOf, expect } from '../support/desktop.ts';
import { PlainApp } from '../support/plain-app.ts';
import { SUCCESS, test } from '../support/real-master.ts';

const appDir = path.resolve(process.env.BUILDTRAY_PACKAGED_APP ?? 'release/test/linux-unpacked');

test('the packaged app runs a build of a real master, shows it, and leaves gracefully', async ({
  desktop,
  trayHost,
  master,
}) => {
  const [, ...args] = desktop.args;
  const app = new PlainApp(path.join(appDir, 'buildtray'), args, desktop.env);
  try {
    const page = await app.page();
    await master.attached();
    await expect(page.getByTestId('state')).toHaveText('Idle');
    const running = await master.startHeldBuild();
    await expect(page.getByTestId('running-command')).toContainText('held');

    const icon = await trayHost.icon();
    await icon.choose('Shut down gracefully');
    await expect(page.getByTestId('sentence')).toContainText('Shutting down after the build');
    master.goOn();
    expect((await master.control.finished(running)).results).toBe(SUCCESS);
    expect(await exitOf(app.child)).toBe(0);
  } finally {
    await app.stop();
  }
});
