import fs from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import type { BuildtrayApi } from '../../../main/contract/api.ts';
import type { Language } from '../../../main/contract/language.ts';
import { type PageName, pageContracts } from '../../../main/contract/pages.ts';
import type { Preferences } from '../../../main/contract/preferences-contract.ts';
import { namesOf } from '../../../main/lib/names-of.ts';
import { type Texts, textsIn } from '../../../main/texts/texts.ts';
import { type Desktop, expect, test as plainTest } from './desktop.ts';
import { writeSampleHistory } from './sample-history.ts';
import { writeSampleLog } from './sample-log.ts';
import { PASSWORD, SampleMaster, WORKER_NAME } from './sample-master.ts';
import { settled } from './settled.ts';
import { saveWorker } from './worker-directory.ts';

/** The app on a desktop, with everything on its pages that users see there after some days. */
export class Scene {
  readonly app: ElectronApplication;
  readonly page: Page;
  language: Language = 'en';

  constructor(app: ElectronApplication, page: Page) {
    this.app = app;
    this.page = page;
  }

  /** Before there is a worker. */
  static async empty(desktop: Desktop): Promise<Scene> {
    const app = await desktop.launch();
    const scene = new Scene(app, await app.firstWindow());
    await scene.change({ theme: 'light', language: 'en' });
    return scene;
  }

  /** A worker that is attached and builds, with a history and a log. */
  static async full(desktop: Desktop, master: SampleMaster): Promise<Scene> {
    const login = { master: `localhost:${master.port}`, name: WORKER_NAME, password: PASSWORD };
    const basedir = saveWorker(desktop, login);
    writeSampleHistory(desktop.home, basedir);
    writeSampleLog(basedir);
    writeHostinfo(basedir);
    const attached = master.attached();
    const scene = await Scene.empty(desktop);
    await attached;
    master.startBuild();
    await expect(scene.page.getByText('100 of 212 tests passed')).toBeVisible();
    return scene;
  }

  get texts(): Texts {
    return textsIn(this.language);
  }

  /** Without the tour through the preferences' page. */
  async change(wanted: Partial<Preferences> & { readonly language?: Language }): Promise<void> {
    this.language = wanted.language ?? this.language;
    await this.page.evaluate((preferences) => {
      const api: BuildtrayApi = Reflect.get(window, 'buildtray');
      return api.preferences.change(preferences);
    }, wanted);
    if (wanted.theme !== undefined) {
      const shown = this.page.locator('html');
      await expect(shown).toHaveAttribute('data-mantine-color-scheme', wanted.theme);
    }
    await expect(this.page.locator('html')).toHaveAttribute('lang', this.language);
  }

  /** The pages that can be had now, in their order. */
  async pages(): Promise<readonly PageName[]> {
    const links = await this.page.getByRole('navigation').getByRole('button').all();
    const labels = await Promise.all(links.map((link) => link.getAttribute('aria-label')));
    const names = namesOf(pageContracts);
    return labels.flatMap((label) => names.filter((name) => this.texts[name].title === label));
  }

  /** Opens a page; resolves when it is the current one and has what it fetches. */
  async open(name: PageName): Promise<void> {
    const label = this.texts[name].title;
    const navigation = this.page.getByRole('navigation');
    await navigation.getByRole('button', { name: label, exact: true }).click();
    await this.page.mouse.move(0, 0);
    await expect(this.page.getByRole('main').getByRole('heading').first()).toBeVisible();
    await expect(this.page.locator('.mantine-Loader-root')).toHaveCount(0);
    await this.settled();
  }

  settled(): Promise<void> {
    return settled(this.page);
  }
}

function writeHostinfo(basedir: string): void {
  const files = {
    admin: 'Ada Lovelace <ada@example.org>\n',
    host: 'ThinkPad T14, 8 × 3.2 GHz, 16 GiB, Debian 12, GCC 12, Clang 16\n',
    access_uri: 'ssh://ada-laptop.example.org\n',
  };
  fs.mkdirSync(path.join(basedir, 'info'), { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    fs.writeFileSync(path.join(basedir, 'info', name), text);
  }
}

interface SceneFixtures {
  master: SampleMaster;
  empty: Scene;
  full: Scene;
}

/** `empty` is the first start, `full` the app some days later. */
export const test = plainTest.extend<SceneFixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from the pattern
  master: async ({}, use) => {
    const master = await SampleMaster.start();
    await use(master);
    await master.close();
  },
  empty: async ({ desktop, trayHost: _ }, use) => use(await Scene.empty(desktop)),
  full: async ({ desktop, trayHost: _, master }, use) => use(await Scene.full(desktop, master)),
});

export { expect };
