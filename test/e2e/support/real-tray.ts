import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';

/** A panel of the older kind on the screen, in which icons are windows, and a pointer to click them. */
export class RealTray {
  readonly #panel: ChildProcess;

  private constructor(panel: ChildProcess) {
    this.#panel = panel;
  }

  static async start(): Promise<RealTray> {
    const looks = ['--edge', 'top', '--align', 'left', '--widthtype', 'request', '--height', '32'];
    const tray = new RealTray(spawn('trayer', looks, { stdio: 'ignore' }));
    await expect.poll(() => tray.#place()).toBeDefined();
    return tray;
  }

  /** Resolves when an icon is in the panel, which grows with each. */
  async hasIcon(): Promise<void> {
    await expect.poll(async () => (await this.#place())?.width).toBeGreaterThan(20);
  }

  /** Clicks the one icon with the right button; resolves when its menu is on the screen. */
  async openMenu(): Promise<void> {
    const place = await this.#place();
    if (place === undefined) throw new Error('the panel is gone');
    const [x, y] = [place.x + place.width / 2, place.y + place.height / 2];
    await xdotool('mousemove', String(Math.round(x)), String(Math.round(y)), 'click', '3');
    const heights = async () => (await placesOf('--class', 'electron')).map(({ height }) => height);
    await expect.poll(async () => Math.max(...(await heights()))).toBeGreaterThan(100);
  }

  async press(...keys: readonly string[]): Promise<void> {
    await xdotool('key', '--delay', '60', ...keys);
  }

  async stop(): Promise<void> {
    const exit = once(this.#panel, 'exit');
    this.#panel.kill();
    await exit;
  }

  async #place(): Promise<Place | undefined> {
    return (await placesOf('--name', '^panel$'))[0];
  }
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the windows are that are on the screen and of this kind. */
async function placesOf(...search: readonly string[]): Promise<readonly Place[]> {
  const shown = ['search', '--onlyvisible', ...search];
  // It fails when there is none.
  const shell = await xdotool(...shown, 'getwindowgeometry', '--shell', '%@').catch(() => '');
  return shell.split(/^WINDOW=/m).flatMap((text) => {
    const number = (name: string) => Number(new RegExp(`^${name}=(-?\\d+)$`, 'm').exec(text)?.[1]);
    const place = {
      x: number('X'),
      y: number('Y'),
      width: number('WIDTH'),
      height: number('HEIGHT'),
    };
    return Number.isNaN(place.width) ? [] : [place];
  });
}

async function xdotool(...args: readonly string[]): Promise<string> {
  return (await promisify(execFile)('xdotool', [...args])).stdout;
}
