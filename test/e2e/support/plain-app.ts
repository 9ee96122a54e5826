import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chromium, expect, type Page } from '@playwright/test';

/**
 * The app as a user starts it: Playwright's own way sets switches, such as which keyring is used, and
 * needs what the package forbids. Its windows are reached from outside.
 */
export class PlainApp {
  readonly child: ChildProcess;
  #output = '';

  constructor(program: string, args: readonly string[], env: NodeJS.ProcessEnv) {
    this.child = spawn(program, ['--remote-debugging-port=0', ...args], {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#output += text;
    });
  }

  /** The one window's page, once it is there. */
  async page(): Promise<Page> {
    await expect.poll(() => this.#endpoint).toBeDefined();
    const browser = await chromium.connectOverCDP(this.#endpoint ?? '');
    const pages = () => browser.contexts().flatMap((context) => context.pages());
    await expect.poll(() => pages().length).toBe(1);
    const [page] = pages();
    if (page === undefined) throw new Error('no page');
    return page;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exit = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await exit;
  }

  get #endpoint(): string | undefined {
    return /DevTools listening on (ws:\S+)/.exec(this.#output)?.[1];
  }
}
