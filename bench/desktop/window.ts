import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { type PageName, pageContracts } from '../../main/contract/pages.ts';
import { namesOf } from '../../main/lib/names-of.ts';
import type { AttachedWorker } from '../../main/rehearsal-master/attached-worker.ts';
import { textsIn } from '../../main/texts/texts.ts';
import { BenchSession } from './bench-session.ts';
import type { DesktopApp } from './desktop-app.ts';
import { floodProgram } from './flood.ts';
import { watchFrames } from './frames.ts';
import { writeLongHistory } from './long-history.ts';
import {
  clicksSoFar,
  countMessages,
  messagesSoFar,
  scrollThrough,
  timeClicks,
} from './window-probe.ts';

/**
 * What the window costs while nothing happens, and how soon it answers while a command prints all it can,
 * by how many builds it knows: `npm run bench -- window`. Linux only.
 */
const HISTORIES = [0, 200, 10_000];
/** Until a page has done what it does once. */
const SETTLE_MS = 4_000;
const REST_MS = 20_000;
const LINES_PER_SECOND = 50_000;
const ROUNDS = 8;
const FLOOD_SECONDS = 90;
const SCROLL_PICTURES = 240;

const texts = textsIn('en');
const pages = namesOf(pageContracts);
const session = await BenchSession.start();
try {
  await session.home.prepare();
  for (const builds of HISTORIES) {
    writeLongHistory(session.home, builds);
    await session.withApp([], async (app, _icon, worker) => {
      const page = await app.page();
      await page.getByTestId('state').waitFor();
      console.log(`\n${builds} builds`);
      await measureRest(app, page);
      if (builds > 0) await measureScrolling(page);
      await measureClicks(page, worker);
      console.log(`memory, MiB: ${app.memory().total.toFixed(0)}`);
    });
  }
} finally {
  await session.end();
}

async function measureRest(app: DesktopApp, page: Page): Promise<void> {
  await countMessages(page);
  for (const name of pages) {
    await open(page, name);
    await delay(SETTLE_MS);
    const [cpu, messages] = [app.cpuSeconds(), await messagesSoFar(page)];
    await delay(REST_MS);
    const share = ((app.cpuSeconds() - cpu) / (REST_MS / 1_000)) * 100;
    const sent = (await messagesSoFar(page)) - messages;
    console.log(`${name} at rest: ${share.toFixed(2)} % of a core, ${sent} messages`);
  }
}

async function measureScrolling(page: Page): Promise<void> {
  await open(page, 'builds');
  await delay(SETTLE_MS);
  const [frames] = await Promise.all([
    watchFrames(page, (SCROLL_PICTURES / 60) * 1_000 + 2_000),
    scrollThrough(page, SCROLL_PICTURES),
  ]);
  const { longest, over50 } = frames;
  console.log(`builds scrolled: longest picture ${longest.toFixed(0)} ms, ${over50} over 50 ms`);
}

async function measureClicks(page: Page, worker: AttachedWorker): Promise<void> {
  const flood = await worker.startCommand('linux', 'shell', {
    command: [process.execPath, '-e', floodProgram(LINES_PER_SECOND, FLOOD_SECONDS)],
    workdir: 'build',
  });
  await open(page, 'overview');
  await page.getByLabel('Output of the commands').getByText('warning: line').first().waitFor();
  await timeClicks(page);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [at, name] of pages.entries()) {
      await open(page, name);
      while ((await clicksSoFar(page)).length <= round * pages.length + at) await delay(50);
    }
  }
  const clicks = await clicksSoFar(page);
  for (const [at, name] of pages.entries()) {
    print(
      `click to ${name}`,
      clicks.filter((_ms, index) => index % pages.length === at),
    );
  }
  print('click to any page', clicks);
  await flood.interrupt('measured');
  await flood.completed;
}

function open(page: Page, name: PageName): Promise<void> {
  const { title } = texts[name];
  return page.getByRole('navigation').getByRole('button', { name: title, exact: true }).click();
}

function print(name: string, values: readonly number[]): void {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): string =>
    (sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN).toFixed(0);
  console.log(`${name}: median ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms`);
}
