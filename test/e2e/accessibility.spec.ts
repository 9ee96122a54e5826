// Every page and its states are looked at by pictures/pictures.spec.ts.
import { expect, test } from './support/scene.ts';
import { violationsOn } from './support/violations.ts';

const THEMES = ['light', 'dark'] as const;

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
