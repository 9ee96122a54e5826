import path from 'node:path';
import { exitOf, expect, goTo, test } from '../support/desktop.ts';
import { PlainApp } from '../support/plain-app.ts';

const appDir = path.resolve(process.env.BUILDTRAY_PACKAGED_APP ?? 'release/test/linux-unpacked');

test('the packaged app carries its sample and rehearses a whole build', async ({
  desktop,
  trayHost,
}) => {
  test.slow();
  const [, ...args] = desktop.args;
  const app = new PlainApp(path.join(appDir, 'buildtray'), args, desktop.env);
  try {
    const page = await app.page();
    const icon = await trayHost.icon();
    await goTo(page, 'Try it now');
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await expect.poll(() => icon.tooltip()).toContain('Rehearsal: ');
    await expect(page.getByTestId('rehearsal-state')).toHaveText('That was a complete build', {
      timeout: 120_000,
    });
    await expect(page.getByTestId('step-style')).toContainText('failure, as planned');
    await expect.poll(() => icon.tooltip()).toContain('No worker yet');
    await icon.choose('Quit');
    expect(await exitOf(app.child)).toBe(0);
  } finally {
    await app.stop();
  }
});
