import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from '@playwright/test';

/** Pictures that the window drew while something went on. Times are ms. */
export interface Frames {
  readonly perSecond: number;
  readonly median: number;
  readonly p99: number;
  readonly longest: number;
  /** People see a picture that stays for more than three of the screen's. */
  readonly over50: number;
  readonly over100: number;
}

// Run in the window, which speaks no TypeScript.
const WATCH = `(() => {
  const times = [];
  globalThis.benchFrames = times;
  const drawn = (at) => { times.push(at); globalThis.benchFrame = requestAnimationFrame(drawn); };
  globalThis.benchFrame = requestAnimationFrame(drawn);
})()`;
const STOP = `(() => { cancelAnimationFrame(globalThis.benchFrame); return globalThis.benchFrames; })()`;

const FIRST_PICTURE = `new Promise((resolve) => {
  const observer = new PerformanceObserver((list) => {
    const [entry] = list.getEntriesByName('first-contentful-paint');
    if (entry) resolve(performance.timeOrigin + entry.startTime);
  });
  observer.observe({ type: 'paint', buffered: true });
})`;

/** When something was first to be seen, on the wall's clock. */
export function firstPicture(page: Page): Promise<number> {
  return page.evaluate(FIRST_PICTURE) as Promise<number>;
}

export async function watchFrames(page: Page, forMs: number): Promise<Frames> {
  await page.evaluate(WATCH);
  await delay(forMs);
  const times = (await page.evaluate(STOP)) as readonly number[];
  return framesFrom(times);
}

function framesFrom(times: readonly number[]): Frames {
  const gaps = times.slice(1).map((at, index) => at - (times[index] ?? at));
  const sorted = [...gaps].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  const spanMs = (times.at(-1) ?? 0) - (times[0] ?? 0);
  return {
    perSecond: (gaps.length / spanMs) * 1000,
    median: at(0.5),
    p99: at(0.99),
    longest: at(1),
    over50: gaps.filter((gap) => gap > 50).length,
    over100: gaps.filter((gap) => gap > 100).length,
  };
}
