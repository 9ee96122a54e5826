import fs from 'node:fs';
import path from 'node:path';
import { processesIn } from '../support/processes-in.ts';
import { type Desktop, expect, firstRow, goTo, type Page, shot, test } from './support/desktop.ts';
import { violationsOn } from './support/violations.ts';

/** A rehearsal takes a quarter of a minute, and longer on a machine that is busy. */
const WHOLE_BUILD = { timeout: 120_000 };
const STEPS = ['checkout', 'compile', 'test', 'upload', 'style', 'clean'];

test('a rehearsal shows a whole build in window and tray, and leaves nothing', async ({
  desktop,
  trayHost,
}) => {
  test.slow();
  desktop.saveSettings({});
  const { page } = await desktop.launchWindow();
  const icon = await trayHost.icon();
  await page.getByRole('main').getByRole('button', { name: 'Try it now' }).click();
  await expect(page.getByTestId('rehearsal-state')).toHaveText('Ready when you are');
  await shot(page, 'ready');
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Start', exact: true }).click();

  await expect.poll(() => icon.tooltip()).toContain('Rehearsal: Building sample: sh test.sh');
  expect(await firstRow(icon)).toBe(await icon.tooltip());
  await expect(page.getByTestId('rehearsal-sentence')).toContainText('Building sample');
  await expect(page.getByTestId('step-compile')).toContainText('success');
  await expect(page.getByTestId('step-test')).toContainText('running');
  await expect(page.getByRole('region', { name: 'Output of test' })).toContainText('Hello, Ada!');
  expect(fs.readdirSync(rehearsalDir(desktop))).toHaveLength(1);
  await shot(page, 'testing');

  await expect(page.getByTestId('meant-to-fail')).toBeVisible(WHOLE_BUILD);
  await expect(page.getByRole('region', { name: 'Output of style' })).toContainText(
    'notes.txt:3: 94 characters',
  );
  await shot(page, 'failing');
  await expect(page.getByTestId('rehearsal-state')).toHaveText('Shutting down gracefully');
  await expect.poll(() => icon.tooltip()).toContain('Rehearsal: Shutting down after the build');
  await shot(page, 'draining');

  await expect(page.getByTestId('rehearsal-state')).toHaveText(
    'That was a complete build',
    WHOLE_BUILD,
  );
  for (const step of STEPS.filter((name) => name !== 'style')) {
    await expect(page.getByTestId(`step-${step}`)).toContainText('success');
  }
  await expect(page.getByTestId('step-style')).toContainText('failure, as planned');
  await page.getByRole('button', { name: /^upload/ }).click();
  await expect(page.getByRole('region', { name: 'Output of upload' })).toContainText(
    'report.txt has arrived',
  );
  await shot(page, 'done');
  await page.getByRole('button', { name: /^style/ }).click();
  await shot(page, 'done-style');
  expect(await hiddenHeight(page)).toBe(0);
  expect(await violationsOn(page)).toEqual([]);
  await expect.poll(() => icon.tooltip()).toContain('No worker yet');
  await expectNothingLeft(desktop);
  expect(JSON.stringify(desktop.settings)).not.toContain('buildtray-rehearsal');

  await page.getByRole('main').getByRole('button', { name: 'Add your own worker' }).click();
  await expect(page.getByLabel('Host of the master')).toBeVisible();
});

test('a rehearsal can be cancelled and started again, and ends with the app', async ({
  desktop,
  trayHost,
}) => {
  const { page } = await desktop.launchWindow();
  const icon = await trayHost.icon();
  await goTo(page, 'Try it now');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Output of test' })).toContainText('Hello, Ada!');
  await icon.choose('Cancel the rehearsal');
  await expect(page.getByTestId('rehearsal-state')).toHaveText('Cancelled');
  await expect(page.getByTestId('step-test')).toContainText('cancelled');
  await expect(page.getByRole('region', { name: 'Output of test' })).toContainText(
    'command interrupted',
  );
  await shot(page, 'cancelled');
  await expectNothingLeft(desktop);

  await page.getByRole('button', { name: 'Start again' }).click();
  await expect(page.getByTestId('step-test')).toContainText('running');
  await expect(page.getByRole('region', { name: 'Output of test' })).toContainText('Hello, Ada!');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByTestId('rehearsal-state')).toHaveText('Cancelled');
  await page.getByRole('button', { name: 'Start again' }).click();
  await expect(page.getByRole('region', { name: 'Output of test' })).toContainText('Hello, Ada!');
  await desktop.endApps();
  await expectNothingLeft(desktop);
});

test('the page is as complete in German and in the dark, and narrow', async ({
  desktop,
  trayHost: _,
}) => {
  desktop.saveSettings({
    preferences: { theme: 'dark', language: 'de', notifications: true },
    windowPlace: { x: 0, y: 0, width: 660, height: 700, isMaximized: false },
  });
  const { page } = await desktop.launchWindow();
  await goTo(page, 'Ausprobieren');
  await page.getByRole('button', { name: 'Starten' }).click();
  await expect(page.getByTestId('step-style')).toContainText(
    'Fehlschlag, wie vorgesehen',
    WHOLE_BUILD,
  );
  await shot(page, 'german');
  expect(await violationsOn(page)).toEqual([]);
});

function rehearsalDir(desktop: Desktop): string {
  return path.join(desktop.profileDir, 'rehearsal');
}

/** How much of the page has to be scrolled to, in a window of the first start's size. */
function hiddenHeight(page: Page): Promise<number> {
  return page.getByRole('main').evaluate((main) => main.scrollHeight - main.clientHeight);
}

/** The app itself works elsewhere. */
async function expectNothingLeft(desktop: Desktop): Promise<void> {
  await expect.poll(() => fs.readdirSync(rehearsalDir(desktop))).toEqual([]);
  expect(await processesIn(rehearsalDir(desktop))).toEqual([]);
}
