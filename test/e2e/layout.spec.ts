import { layoutFaultsOn } from './support/layout-faults.ts';
import { expect, type Scene, test } from './support/scene.ts';

/** In CSS pixels. 480 is a window of 960 at a zoom of 200 %, 320 the smallest window at that. */
const SIZES = [
  { width: 320, height: 240 },
  { width: 480, height: 360 },
  { width: 640, height: 480 },
  { width: 960, height: 680 },
  { width: 1440, height: 900 },
  { width: 2560, height: 1440 },
];

async function expectRoom(scene: Scene): Promise<void> {
  for (const size of SIZES) {
    await scene.page.setViewportSize(size);
    for (const name of await scene.pages()) {
      await scene.open(name);
      expect.soft(await layoutFaultsOn(scene.page), `${name} at ${size.width}`).toEqual([]);
    }
  }
}

// Where the longest texts have room, those of English have it, too.
for (const language of ['de', 'fr'] as const) {
  test(`every page has room in small and large windows (${language})`, async ({ full }) => {
    test.slow();
    await full.change({ language });
    await expectRoom(full);
  });
}

test('every page of the first start has room in small and large windows', async ({ empty }) => {
  await empty.change({ language: 'fr' });
  await expectRoom(empty);
});

test('a window at a zoom of 200 % is laid out like one of half its size', async ({ full }) => {
  await full.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2);
  });
  for (const name of await full.pages()) {
    await full.open(name);
    expect.soft(await layoutFaultsOn(full.page), name).toEqual([]);
  }
});

test('a line of output that is too long is scrolled to, and lies over no other', async ({
  full,
}) => {
  await full.page.setViewportSize({ width: 320, height: 640 });
  const lines = full.page.locator('.line');
  await expect(lines.filter({ hasText: 'warning: unused variable' })).toBeVisible();
  const heights = await lines.evaluateAll((all) => all.map(({ scrollHeight }) => scrollHeight));
  expect(new Set(heights)).toEqual(new Set([18]));
});

test('nothing moves for those who asked their system for that', async ({ full }) => {
  await full.page.emulateMedia({ reducedMotion: 'reduce' });
  for (const name of await full.pages()) {
    await full.open(name);
    const moving = await full.page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => {
          const { transitionDuration, animationName } = getComputedStyle(element);
          return transitionDuration !== '0s' || animationName !== 'none';
        })
        .map(({ outerHTML }) => outerHTML.slice(0, 120)),
    );
    expect.soft(moving, name).toEqual([]);
  }
});
