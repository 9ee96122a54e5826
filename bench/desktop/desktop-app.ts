import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Browser, chromium, type Page } from '@playwright/test';
import type { TrayHost, TrayIcon } from '../../test/support/tray-host.ts';
import { cpuSecondsOf } from './process-cpu.ts';
import { type Memory, memoryOf } from './process-memory.ts';

const LOOK_MS = 50;

/** A user's home, with a worker that the app finds there. */
export class DesktopHome {
  readonly dir = mkdtempSync(join(tmpdir(), 'buildtray-bench-'));
  readonly workerDir = join(this.dir, 'worker');

  constructor(masterPort: number) {
    const master = `127.0.0.1:${masterPort}`;
    const made = ['out/cli/buildtray.js', 'create-worker', this.workerDir, master, 'w', 'p'];
    execFileSync(process.execPath, made, { stdio: 'ignore' });
  }

  /** For whatever the app keeps of what was built. */
  get stateDir(): string {
    return join(this.dir, '.state');
  }

  get profileDir(): string {
    return join(this.dir, 'profile');
  }

  async prepare(): Promise<void> {
    await mkdir(this.profileDir);
    const settings = { version: 2, workers: [{ id: 'w1', basedir: this.workerDir }] };
    writeFileSync(join(this.profileDir, 'settings.json'), JSON.stringify(settings));
  }

  remove(): void {
    rmSync(this.dir, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The built app, started as a user starts it. */
export class DesktopApp {
  /** On the wall's clock, which the window shares. */
  readonly startedAt = Date.now();
  readonly #child: ChildProcess;
  #browser: Browser | undefined;
  #output = '';

  constructor(program: string, home: DesktopHome, ...args: readonly string[]) {
    // Chromium refuses to run as root with its sandbox on.
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const ours = ['.', `--user-data-dir=${home.profileDir}`, '--remote-debugging-port=0'];
    this.#child = spawn(program, [...ours, ...sandbox, ...args], {
      env: {
        ...process.env,
        HOME: home.dir,
        XDG_CONFIG_HOME: join(home.dir, '.config'),
        XDG_STATE_HOME: home.stateDir,
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#output += text;
    });
  }

  /** How long from the start to the icon, in ms. */
  async iconAfter(host: TrayHost): Promise<{ readonly icon: TrayIcon; readonly ms: number }> {
    const icon = await host.icon(30_000);
    return { icon, ms: Date.now() - this.startedAt };
  }

  /** The window's page, once there is one. */
  async page(): Promise<Page> {
    this.#browser ??= await chromium.connectOverCDP(await this.#endpoint());
    for (;;) {
      const page = this.#browser.contexts().flatMap((context) => context.pages())[0];
      if (page) return page;
      await delay(LOOK_MS);
    }
  }

  /** Of all processes of the app, and of what the worker runs. */
  memory(): Memory {
    return memoryOf(this.#child.pid ?? 0);
  }

  /** Processor time that all its processes have used so far, in seconds. */
  cpuSeconds(): number {
    return cpuSecondsOf(this.#child.pid ?? 0);
  }

  async end(): Promise<void> {
    const exit = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    await exit;
    await this.#browser?.close().catch(() => {});
  }

  async #endpoint(): Promise<string> {
    for (;;) {
      const found = /DevTools listening on (ws:\S+)/.exec(this.#output)?.[1];
      if (found) return found;
      await delay(LOOK_MS);
    }
  }
}
