// What the window looks like, on every page and in its states, light and dark: compared with the pictures
// of assets/screenshots, which somebody has looked at, and searched for barriers. `npm run screenshots` takes new ones.
import fs from 'node:fs';
import path from 'node:path';
import { _electron, type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { build } from 'vite';
import { pageContracts } from '../../../main/contract/pages.ts';
import { namesOf } from '../../../main/lib/names-of.ts';
import { textsIn } from '../../../main/texts/texts.ts';
import { PICTURES } from '../../window/gallery/states.ts';
import { settled } from '../support/settled.ts';
import { violationsOn } from '../support/violations.ts';

const ORIGIN = 'http://gallery.test';
const GALLERY = path.resolve('out/gallery');
const NOW = new Date('2026-11-28T14:40:00Z');
/** The whole of a page with two columns; all others as small as the window opens at first. */
const SIZES: Readonly<Record<string, { readonly width: number; readonly height: number }>> = {
  builds: { width: 1240, height: 800 },
};
const SIZE = { width: 900, height: 700 };
/** Shown in the README and the guide. All others are of the page alone, so that its frame may change. */
const WHOLE = ['overview', 'add-worker', 'builds', 'rehearsal', 'finder', 'diagnostics'];
/** As narrow as the window gets, or enlarged to 200 %. */
const NARROW = { width: 320, height: 700 };
/** Nothing of it comes from the machine but the face of output and the raster of edges. */
const SWITCHES = [
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
  '--force-device-scale-factor=1',
  '--hide-scrollbars',
  '--lang=en-GB',
];
/** Whose raster the pictures have; those of another release of Chromium's are not to be compared. */
const CHROMIUM = '130';
/**
 * A ground that is a shade lighter counts. Edges of letters may be rounded otherwise by another processor; a
 * word or a line is far more than so many.
 */
const TOLERANCE = { maxDiffPixels: 150, threshold: 0.04 };

const words = textsIn('en');

/** What somebody does on a page before its picture is taken. */
const PREPARATIONS: Readonly<Record<string, () => Promise<void>>> = {
  'add-worker': paste,
  'add-worker-machine': async () => {
    await paste();
    await page.getByRole('button', { name: words.addWorker.next }).click();
    await expect(page.getByRole('button', { name: words.addWorker.submit })).toBeVisible();
  },
  finder: async () => {
    await page.keyboard.press('Control+K');
    await page.getByRole('combobox', { name: words.shell.finder.label }).fill('log');
    await expect(page.getByRole('option').first()).toBeVisible();
  },
  'builds-none-found': async () => {
    await page.getByRole('searchbox', { name: words.builds.search }).fill('no such thing');
    await expect(page.getByRole('heading', { name: words.builds.noneFound })).toBeVisible();
  },
  question: () => expect(page.getByRole('dialog')).toBeVisible(),
  removing: async () => {
    await page.getByRole('button', { name: words.overview.moreActions('ada-laptop') }).click();
    await page.getByRole('menuitem', { name: words.workers.remove }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  rotation: async () => {
    await page.getByRole('button', { name: words.log.rotation.change }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  diagnostics: async () => {
    await page.getByRole('button', { name: words.preferences.showDiagnostics }).click();
    await expect(
      page.getByRole('button', { name: words.preferences.diagnostics.save }),
    ).toBeVisible();
  },
  notifications: () =>
    page
      .getByRole('heading', { name: words.preferences.notifications })
      .evaluate((heading) => heading.scrollIntoView()),
  'settings-all': async () => {
    await page.getByText(words.settings.depths.all, { exact: true }).click();
    await page.mouse.wheel(0, 1_200);
  },
  'settings-unsaved': async () => {
    await page.getByLabel(words.settings.fields.port.label, { exact: true }).fill('9988');
    await expect(page.locator('.save-bar')).toBeVisible();
  },
};

async function paste(): Promise<void> {
  await page.getByRole('button', { name: words.addWorker.pasteClipboard }).click();
  await expect(page.locator('.all-well')).toBeVisible();
}

let app: ElectronApplication;
let page: Page;
let isComparable = true;

test.beforeAll(async () => {
  await build({ configFile: 'vite.gallery.config.ts', logLevel: 'warn' });
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  app = await _electron.launch({
    args: ['test/e2e/pictures/empty-window.cjs', ...SWITCHES, ...sandbox],
    env: { ...(process.env as Record<string, string>), TZ: 'UTC' },
    chromiumSandbox: sandbox.length === 0,
  });
  const chromium = await app.evaluate(() => process.versions.chrome ?? '');
  isComparable = chromium.startsWith(`${CHROMIUM}.`);
  if (!isComparable)
    console.log(`Pictures of Chromium ${CHROMIUM} are not compared with ${chromium}.`);
  page = await app.firstWindow();
  await page.clock.setFixedTime(NOW);
  await page.route(`${ORIGIN}/**`, async (route) => {
    const file = path.join(GALLERY, new URL(route.request().url()).pathname);
    await route.fulfill(fs.existsSync(file) ? { path: file } : { status: 404 });
  });
});

test.afterAll(() => app.close());

test('every page has a picture', () => {
  const pages = Object.values(PICTURES).map((place) => place.split('/')[0]);
  expect([...new Set(pages)].sort()).toEqual([...namesOf(pageContracts)].sort());
});

for (const [name, place] of Object.entries(PICTURES))
  test(`${name} looks as it did, and has no barrier`, async () => {
    await show(name, place, SIZES[name] ?? SIZE);
    await look(`${name}-light`);
    await inTheme('dark');
    await look(`${name}-dark`);
  });

for (const name of ['overview', 'add-worker', 'rehearsal'] as const)
  test(`${name} looks as it did in a narrow window, and has no barrier`, async () => {
    await show(name, PICTURES[name], NARROW);
    await look(`${name}-narrow`);
  });

async function show(name: string, place: string, size: typeof SIZE): Promise<void> {
  await page.setViewportSize(size);
  await page.goto(`${ORIGIN}/index.html?${name}#${place}`);
  await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
  await expect(page.getByLabel(words.common.loading)).toHaveCount(0);
  await PREPARATIONS[name]?.();
  await page.mouse.move(0, 0);
}

async function inTheme(theme: string): Promise<void> {
  await page.evaluate((wanted) => Reflect.get(window, 'setTheme')(wanted), theme);
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
}

/** Playwright stops what moves, hides the caret, and waits until two pictures are the same. */
async function look(name: string): Promise<void> {
  await settled(page);
  expect.soft(await violationsOn(page), name).toEqual([]);
  if (!isComparable) return;
  const isWhole = WHOLE.includes(name.replace(/-[a-z]+$/, ''));
  const clip = isWhole ? undefined : await clipOfPage();
  await expect(page).toHaveScreenshot(`${name}.png`, { ...TOLERANCE, ...(clip && { clip }) });
}

/** What lies beside the navigation, as far as the window shows it. */
async function clipOfPage() {
  const x = (await page.getByRole('navigation').boundingBox())?.width ?? 0;
  const { width, height } = page.viewportSize() ?? SIZE;
  return { x, y: 0, width: width - x, height };
}
