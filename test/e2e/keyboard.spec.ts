import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { PASSWORD, WORKER_NAME } from './support/sample-master.ts';
import { expect, type Scene, test } from './support/scene.ts';

/** More stops than any page has. */
const MOST_STOPS = 120;

/** Goes on by Tab until `target` has the focus; every stop on the way has to be seen. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    expect(await focusFault(page)).toBeUndefined();
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${target.toString()} is not reached by Tab`);
}

/** What is wrong with how the focus shows: it has to be on the screen, and to look like it. */
function focusFault(page: Page): Promise<string | undefined> {
  return page.evaluate(async () => {
    const element = document.activeElement;
    if (element === null || element === document.body) return undefined;
    const name = element.outerHTML.slice(0, 160);
    // A switch and a choice are drawn by what stands beside the input.
    const drawn = [element, element.parentElement, ...(element.parentElement?.children ?? [])];
    const looks = drawn
      .filter((one) => one !== null)
      .map((one) => getComputedStyle(one))
      .map(({ outlineStyle, borderColor }) => ({ outlineStyle, borderColor }));
    const isDrawn = looks.some(({ outlineStyle }) => outlineStyle !== 'none');
    const isField = element.matches('input, textarea, select');
    if (!isDrawn && !isField) return `${name} does not show the focus`;
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const isThere = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
    return isThere ? undefined : `${name} has the focus outside of the window`;
  });
}

/** To every page, and once around on each: every control shows its focus, and none keeps it. */
async function tour(scene: Scene): Promise<void> {
  const { page, texts } = scene;
  for (const name of await scene.pages()) {
    const label = texts[name].title;
    const link = page.getByRole('navigation').getByRole('button', { name: label, exact: true });
    await tabTo(page, link);
    await page.keyboard.press('Enter');
    await expect(link).toHaveAttribute('aria-current', 'page');
    await scene.settled();
    await tabTo(page, link);
  }
}

test('the first start is gone through by keyboard alone', async ({ empty }) => {
  await tour(empty);
});

test('the pages of a worker are gone through by keyboard alone', async ({ full }) => {
  test.slow();
  await tour(full);
});

test('from the first start to a running worker by keyboard alone', async ({
  empty: { page, texts },
  master,
  desktop,
}) => {
  const words = texts.addWorker;
  const button = (name: string) =>
    page.getByRole('main').getByRole('button', { name, exact: true });
  const paste = page.getByRole('textbox', { name: words.paste });
  await expect(paste).toBeFocused();
  await page.keyboard.insertText(
    `Master: 127.0.0.1\nPort: ${master.port}\nWorker name: ${WORKER_NAME}\n`,
  );
  await tabTo(page, page.getByRole('textbox', { name: words.password }));
  await page.keyboard.type(PASSWORD);
  // The login is tried once the field is left.
  await page.keyboard.press('Tab');
  await expect(page.getByTestId('checks')).toHaveAttribute('data-well');
  await tabTo(page, button(words.next));
  await page.keyboard.press('Enter');

  const basedir = path.join(desktop.home, 'worker');
  await tabTo(page, page.getByRole('textbox', { name: words.directory }));
  await page.keyboard.press('Control+A');
  await page.keyboard.type(basedir);
  await tabTo(page, button(words.submit));
  const attached = master.attached();
  await page.keyboard.press('Enter');
  await attached;
  await expect(page.getByTestId('state')).toHaveText(texts.overview.states.idle);
});
