// What `npm run screenshots` runs: a picture of every page, in both themes, for the README.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { PageName } from '../../../main/contract/pages.ts';
import { Desktop } from '../support/desktop.ts';
import { type Scene, test as sceneTest } from '../support/scene.ts';

const DIR = 'assets/screenshots';
const SIZE = { width: 1240, height: 800 };
const WHOLE_BUILD = { timeout: 120_000 };

/** With a home whose name may be seen. */
const test = sceneTest.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from the pattern
  desktop: async ({}, use) => {
    const desktop = new Desktop(path.join(os.tmpdir(), 'ada'));
    await use(desktop);
    await desktop.tidyUp();
  },
});

/** What is done on a page before its picture is taken. */
const PREPARATIONS: Partial<Record<PageName, (scene: Scene) => Promise<void>>> = {
  builds: async ({ page, texts }) => {
    const bad = page.getByRole('row').filter({ hasText: texts.builds.outcomes.errors });
    await bad.first().getByRole('button').click();
  },
};

async function setUp({ page }: Scene): Promise<void> {
  await page.setViewportSize(SIZE);
  // Users do not get this runtime; and a cursor that blinks makes every picture another.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.runtime { display: none !important; } * { caret-color: transparent; }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
}

async function take(scene: Scene, name: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await scene.change({ theme });
    await scene.settled();
    await scene.page.screenshot({ path: `${DIR}/${name}-${theme}.png` });
  }
}

/** `add-worker` for the page `addWorker`. */
function fileNameOf(page: PageName): string {
  return page.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

test.beforeAll(() => fs.rmSync(DIR, { recursive: true, force: true }));

test('pages of a worker that builds', async ({ full }) => {
  await setUp(full);
  for (const name of await full.pages()) {
    // What it shows is to be had without a worker too, and is shown below.
    if (name === 'rehearsal') continue;
    await full.open(name);
    await PREPARATIONS[name]?.(full);
    await take(full, fileNameOf(name));
  }
});

test('the first start, and a rehearsal', async ({ empty }) => {
  test.slow();
  const { page, texts } = empty;
  await setUp(empty);
  await take(empty, 'first-start');
  await empty.open('rehearsal');
  await page.getByRole('button', { name: texts.rehearsal.start }).click();
  await page.getByText('notes.txt:3: 94 characters').waitFor(WHOLE_BUILD);
  await take(empty, 'rehearsal');
});
