import { expect, type Scene, test } from './support/scene.ts';
import { violationsOn } from './support/violations.ts';

const THEMES = ['light', 'dark'] as const;

/** Every page, in both themes. */
async function expectNoViolation(scene: Scene): Promise<void> {
  for (const theme of THEMES) {
    await scene.change({ theme });
    for (const name of await scene.pages()) {
      await scene.open(name);
      if (name === 'builds') await openFailure(scene);
      await scene.settled();
      expect.soft(await violationsOn(scene.page), `${name}, ${theme}`).toEqual([]);
      // In a window of this width the build lies over the page.
      if (name === 'builds') await scene.page.keyboard.press('Escape');
    }
  }
}

/** Chooses a build with errors, where there is one: the output of what failed opens with it. */
async function openFailure({ page, texts }: Scene): Promise<void> {
  const failed = page.getByRole('row').filter({ hasText: texts.builds.outcomes.errors });
  if ((await failed.count()) > 0) await failed.first().getByRole('button').click();
}

test('no page of the first start has a barrier', async ({ empty }) => {
  await expectNoViolation(empty);
});

test('no page of a building worker has a barrier', async ({ full }) => {
  test.slow();
  await expectNoViolation(full);
});

test('no dialog has a barrier, and Esc leads back from each', async ({ full }) => {
  const { page, texts } = full;
  const dialogs = [
    {
      on: 'overview',
      menu: texts.overview.moreActions('ada-laptop'),
      button: texts.workers.duplicate,
    },
    {
      on: 'overview',
      menu: texts.overview.moreActions('ada-laptop'),
      button: texts.workers.remove,
    },
    {
      on: 'overview',
      menu: texts.overview.moreActions('ada-laptop'),
      button: texts.tray.requests.disconnect,
    },
    { on: 'overview', menu: undefined, button: texts.shell.finder.open },
    { on: 'builds', menu: undefined, button: texts.builds.clear.button },
    { on: 'log', menu: undefined, button: texts.log.rotation.change },
  ] as const;
  for (const theme of THEMES) {
    await full.change({ theme });
    for (const { on, menu, button } of dialogs) {
      await full.open(on);
      const opener = page.getByRole('button', { name: menu ?? button });
      await opener.focus();
      await page.keyboard.press('Enter');
      if (menu !== undefined) {
        await page.getByRole('menuitem', { name: button }).press('Enter');
      }
      const dialog = page.getByRole('dialog');
      await expect(dialog).toBeVisible();
      await expect(page.getByRole('menu')).toHaveCount(0);
      await full.settled();
      expect.soft(await violationsOn(page), `${button}, ${theme}`).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
      await expect.soft(opener, `after ${button}`).toBeFocused();
    }
  }
});
