import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  _electron,
  test as base,
  type ElectronApplication,
  expect,
  type Page,
} from '@playwright/test';
import electronPath from 'electron';
import { TrayHost, type TrayIcon } from '../../support/tray-host.ts';
import { PlainApp } from './plain-app.ts';

/** A user's home on a desktop of its own, in which the app is started as often as a test wants. */
export class Desktop {
  readonly home: string;
  readonly #processes: ChildProcess[] = [];

  /** `home` is a directory of one's own, made and removed again; by default one by chance. */
  constructor(home?: string) {
    if (home !== undefined) fs.mkdirSync(home, { mode: 0o700 });
    const made = home ?? fs.mkdtempSync(path.join(os.tmpdir(), 'buildtray-e2e-'));
    this.home = fs.realpathSync(made);
  }

  /** The settings' folder of the app. */
  get profileDir(): string {
    return path.join(this.home, 'profile');
  }

  get settings(): unknown {
    return JSON.parse(fs.readFileSync(path.join(this.profileDir, 'settings.json'), 'utf8'));
  }

  /** Writes the settings of an earlier start. */
  saveSettings(settings: object): void {
    fs.mkdirSync(this.profileDir, { recursive: true });
    fs.writeFileSync(
      path.join(this.profileDir, 'settings.json'),
      JSON.stringify({ version: 1, ...settings }),
    );
  }

  get args(): string[] {
    // Chromium refuses to run as root with its sandbox on.
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    return ['.', `--user-data-dir=${this.profileDir}`, ...sandbox];
  }

  get env(): Record<string, string> {
    const inherited = Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    );
    return {
      ...Object.fromEntries(inherited),
      HOME: this.home,
      XDG_CONFIG_HOME: path.join(this.home, '.config'),
      XDG_STATE_HOME: path.join(this.home, '.local/state'),
    };
  }

  async launch(...args: string[]): Promise<ElectronApplication> {
    const app = await _electron.launch({
      args: [...this.args, ...args],
      env: this.env,
      chromiumSandbox: process.getuid?.() !== 0,
    });
    this.#processes.push(app.process());
    return app;
  }

  /** The same, with the page of its window, which is there now. */
  async launchWindow(): Promise<{ readonly app: ElectronApplication; readonly page: Page }> {
    const app = await this.launch();
    return { app, page: await app.firstWindow() };
  }

  /** Starts the app without Playwright's switches. */
  start(...args: string[]): PlainApp {
    return this.startIn({}, ...args);
  }

  /** The same, with more in its environment. */
  startIn(environment: Readonly<Record<string, string>>, ...args: string[]): PlainApp {
    // The electron package's export is the path of the executable.
    const program = electronPath as unknown as string;
    const env = { ...this.env, ...environment };
    const app = new PlainApp(program, [...this.args, ...args], env);
    this.#processes.push(app.child);
    return app;
  }

  /** Ends what still runs. */
  async endApps(): Promise<void> {
    for (const child of this.#processes) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      await exit;
    }
  }

  /** Ends what still runs and removes the home. */
  async tidyUp(): Promise<void> {
    await this.endApps();
    fs.rmSync(this.home, { recursive: true, force: true, maxRetries: 3 });
  }
}

interface Fixtures {
  desktop: Desktop;
  trayHost: TrayHost;
}

/** `trayHost` is there before the app starts in every test that names it. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from the pattern
  desktop: async ({}, use) => {
    const desktop = new Desktop();
    await use(desktop);
    await desktop.tidyUp();
  },
  trayHost: async ({ desktop: _ }, use) => {
    const host = await TrayHost.start();
    await use(host);
    host.stop();
  },
});

/** The exit status of a process, once it has ended; null when a signal killed it. */
export async function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}

/** Chooses a page of the window by its name in the navigation. */
export async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name, exact: true }).click();
  // Else its hint comes up after a while.
  await page.mouse.move(0, 0);
}

/** Leaves a picture of the window beside what the test reports. */
export async function shot(
  page: Page,
  name: string,
  options?: { readonly fullPage: true },
): Promise<void> {
  await page.screenshot({ path: base.info().outputPath(`${name}.png`), ...options });
}

/** Waits for a row of the menu and whether it can be chosen. */
export async function firstRow(icon: TrayIcon): Promise<string> {
  return (await icon.menu())[0]?.label ?? '';
}

/** What the user will answer to the next questions, by the button's label; gives back what was asked. */
export async function answerQuestions(app: ElectronApplication, label: string): Promise<void> {
  await app.evaluate(({ dialog }, wanted) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    const answer = (...args: unknown[]) => {
      const options = args.at(-1) as { message: string; detail: string; buttons: string[] };
      asked.push(`${options.message} ${options.detail} [${options.buttons.join('|')}]`);
      const response = options.buttons.indexOf(wanted);
      return Promise.resolve({ response, checkboxChecked: false });
    };
    Object.assign(dialog, { showMessageBox: answer });
  }, label);
}

/** The questions since `answerQuestions`. */
export function questionsAsked(app: ElectronApplication): Promise<readonly string[]> {
  return app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
}

export { expect, type Page };
