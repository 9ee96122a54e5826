import { setTimeout as delay } from 'node:timers/promises';
import type { AttachedWorker } from '../../main/rehearsal-master/attached-worker.ts';
import { BenchSession, oneBuild } from './bench-session.ts';
import type { DesktopApp } from './desktop-app.ts';
import { memoryText } from './process-memory.ts';

/**
 * Memory of the built app over an hour of builds, a line a minute: the window is open for the first half
 * and closed for the second. `npm run bench -- hour [MINUTES]`. Linux only.
 */
const MINUTES = Number(process.argv[2] ?? 60);
/** 514 builds an hour: a busy worker of a farm that builds every change. */
const BUILD_EVERY_MS = 7_000;
const MINUTE_MS = 60_000;
/** Until what is no longer used has been given back. */
const SETTLE_MS = 8_000;

if (!(MINUTES >= 2)) throw new Error(`hour: ${process.argv[2]} is no number of minutes from 2 up.`);
const session = await BenchSession.start();
try {
  await session.home.prepare();
  await session.withApp(['--hidden'], async (app, icon, worker) => {
    await delay(SETTLE_MS);
    print('before any window', app);
    await icon.choose('Open window');
    const page = await app.page();
    await page.getByTestId('state').waitFor();
    await delay(SETTLE_MS);
    print('window open', app);
    await buildFor(MINUTES / 2, 'window open', app, worker);
    await page.close();
    await delay(SETTLE_MS);
    print('window closed', app);
    await buildFor(MINUTES / 2, 'window closed', app, worker);
  });
} finally {
  await session.end();
}

async function buildFor(
  minutes: number,
  name: string,
  app: DesktopApp,
  worker: AttachedWorker,
): Promise<void> {
  const startedAt = performance.now();
  const passed = (): number => (performance.now() - startedAt) / MINUTE_MS;
  let builds = 0;
  for (let minute = 1; passed() < minutes; ) {
    await oneBuild(worker);
    builds += 1;
    await delay(Math.max(0, builds * BUILD_EVERY_MS - (performance.now() - startedAt)));
    if (passed() < minute) continue;
    print(`${name}, ${passed().toFixed(0)} minutes, ${builds} builds`, app);
    minute += 1;
  }
}

function print(name: string, app: DesktopApp): void {
  console.log(`${name}, MiB: ${memoryText(app.memory())}`);
}
