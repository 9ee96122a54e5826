import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { AttachedWorker } from '../../main/rehearsal-master/attached-worker.ts';
import type { TrayIcon } from '../../test/support/tray-host.ts';
import { BenchSession, oneBuild } from './bench-session.ts';
import { writeBigLog } from './big-log.ts';
import type { DesktopApp } from './desktop-app.ts';
import { floodProgram } from './flood.ts';
import { firstPicture, watchFrames } from './frames.ts';
import { memoryText } from './process-memory.ts';

/** Figures of the built app on a screen of its own: `npm run bench -- desktop`. Linux only. */
const STARTS = 5;
const DRAINS = 10;
/** Builds of three steps each: what an hour of a busy farm is, in a minute or two. */
const BUILDS = 500;
const LINES_PER_SECOND = 50_000;
const FLOOD_SECONDS = 12;
const LOG_BYTES = 1_000_000_000;
/** Until what is no longer used has been given back. */
const SETTLE_MS = 8_000;

const session = await BenchSession.start();
const { host, master, home } = session;
try {
  await home.prepare();
  await measureStarts();
  await measureMemory();
  await measureDrains();
  await measureFlood();
  await measureLog();
} finally {
  await session.end();
}

async function measureStarts(): Promise<void> {
  const icons: number[] = [];
  const windows: number[] = [];
  for (let round = 0; round < STARTS; round += 1) {
    await session.withApp([], async (app) => {
      icons.push((await app.iconAfter(host)).ms);
      const page = await app.page();
      await page.getByTestId('state').waitFor();
      windows.push((await firstPicture(page)) - app.startedAt);
    });
  }
  print('start to the icon, ms', spread(icons));
  print('start to the window with its content, ms', spread(windows));
}

async function measureMemory(): Promise<void> {
  await session.withApp(['--hidden'], async (app, icon, worker) => {
    await settled(app, 'MiB before any window');
    await icon.choose('Open window');
    await (await app.page()).getByTestId('state').waitFor();
    await settled(app, 'MiB with the window');
    await manyBuilds(worker);
    await settled(app, `MiB with the window after ${BUILDS} builds`);
    await manyBuilds(worker);
    await settled(app, `MiB with the window after ${2 * BUILDS} builds`);
    await (await app.page()).close();
    await settled(app, 'MiB with the window closed');
    await manyBuilds(worker);
    await settled(app, `MiB with the window closed after ${3 * BUILDS} builds`);
  });
}

/** From the click to the tooltip, which is the first row too. A pause drains as a shutdown does. */
async function measureDrains(): Promise<void> {
  await session.withApp(['--hidden'], async (_app, icon, first) => {
    const times: number[] = [];
    let worker = first;
    for (let round = 0; round < DRAINS; round += 1) {
      const sleeper = await worker.startCommand('linux', 'shell', {
        command: ['sleep', '60'],
        workdir: 'build',
      });
      await sees(icon, 'Building');
      const clickedAt = performance.now();
      await icon.choose('Pause', 'Until I resume');
      await sees(icon, 'Pausing after the build');
      times.push(performance.now() - clickedAt);
      await sleeper.interrupt('measured');
      await sees(icon, 'Paused until you resume');
      const attached = master.nextAttached();
      await icon.choose('Resume');
      worker = await attached;
    }
    print('click to draining, ms', spread(times));
  });
}

async function measureFlood(): Promise<void> {
  await session.withApp([], async (app, _icon, worker) => {
    const page = await app.page();
    await page.getByTestId('state').waitFor();
    const calm = await watchFrames(page, 3_000);
    print('pictures while nothing is printed', calm);
    const flood = await worker.startCommand('linux', 'shell', {
      command: [process.execPath, '-e', floodProgram(LINES_PER_SECOND, FLOOD_SECONDS)],
      workdir: 'build',
    });
    await page.getByLabel('Output of the commands').getByText('warning: line').first().waitFor();
    const frames = await watchFrames(page, (FLOOD_SECONDS - 2) * 1_000);
    print(`pictures at ${LINES_PER_SECOND} lines a second`, frames);
    print('MiB meanwhile', app.memory().total);
    await flood.completed;
  });
}

async function measureLog(): Promise<void> {
  const logPath = join(home.workerDir, 'worker.log');
  await rm(logPath, { force: true });
  await writeBigLog(logPath, LOG_BYTES);
  await session.withApp([], async (app) => {
    const page = await app.page();
    await page.getByTestId('state').waitFor();
    await delay(1_000);
    const before = app.memory().total;
    const clickedAt = performance.now();
    await page.getByRole('button', { name: 'Log', exact: true }).click();
    await page
      .getByLabel('Log of the worker')
      .getByText('Connected to buildmaster')
      .last()
      .waitFor();
    print('click to the end of a log of 1 GB, ms', performance.now() - clickedAt);
    await delay(SETTLE_MS);
    print('growth by that log, MiB', app.memory().total - before);
  });
}

async function manyBuilds(worker: AttachedWorker): Promise<void> {
  for (let build = 0; build < BUILDS; build += 1) {
    await oneBuild(worker);
  }
}

async function settled(app: DesktopApp, name: string): Promise<void> {
  await delay(SETTLE_MS);
  print(name, memoryText(app.memory()));
}

async function sees(icon: TrayIcon, words: string): Promise<void> {
  while (!(await icon.tooltip()).includes(words)) await delay(1);
}

/** Median, and the smallest and the largest. */
function spread(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const shown = (value: number | undefined): string => (value ?? Number.NaN).toFixed(0);
  return `${shown(sorted[Math.floor(sorted.length / 2)])} (${shown(sorted[0])} – ${shown(sorted.at(-1))})`;
}

function print(name: string, value: number | string | object): void {
  const shown = typeof value === 'number' ? value.toFixed(0) : value;
  console.log(`${name}: ${typeof shown === 'string' ? shown : shownOf(shown)}`);
}

function shownOf(value: object): string {
  return Object.entries(value)
    .map(([name, figure]) => `${name} ${Number(figure).toFixed(1)}`)
    .join(', ');
}
