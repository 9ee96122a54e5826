import type { Page } from '@playwright/test';
import { contract } from '../../main/contract/contract.ts';

// All of this runs in the window, which speaks no TypeScript.

const COUNT_MESSAGES = `(channels) => {
  globalThis.benchMessages = 0;
  for (const [subject, name] of channels) {
    window.buildtray[subject][name](() => { globalThis.benchMessages += 1; });
  }
}`;

const TIME_CLICKS = `() => {
  globalThis.benchClicks = [];
  const painted = (then) => requestAnimationFrame(() => setTimeout(then));
  const isShown = (button) =>
    button.getAttribute('aria-current') === 'page' &&
    document.querySelector('.page h1') !== null &&
    document.querySelector('.main .mantine-Loader-root') === null;
  const watch = (button, clickedAt) =>
    painted(() => {
      if (isShown(button)) globalThis.benchClicks.push(performance.now() - clickedAt);
      else watch(button, clickedAt);
    });
  addEventListener('click', (event) => {
    const button = event.target.closest('.nav-link');
    if (button) watch(button, event.timeStamp);
  }, true);
}`;

const SCROLL = `async (steps) => {
  const main = document.querySelector('.main');
  const end = main.scrollHeight - main.clientHeight;
  for (let step = 0; step <= steps; step += 1) {
    main.scrollTop = (end * step) / steps;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  main.scrollTop = 0;
}`;

/** Counts from now on whatever main sends to the window without having been asked. */
export function countMessages(page: Page): Promise<void> {
  const channels = Object.entries(contract).flatMap(([subject, entries]) =>
    Object.entries(entries).flatMap(([name, { direction }]) =>
      direction === 'call' ? [] : [[subject, name]],
    ),
  );
  return page.evaluate(`(${COUNT_MESSAGES})(${JSON.stringify(channels)})`);
}

export function messagesSoFar(page: Page): Promise<number> {
  return page.evaluate('globalThis.benchMessages') as Promise<number>;
}

/** Takes the time from each click on a page's name until that page was painted with what it loads. */
export function timeClicks(page: Page): Promise<void> {
  return page.evaluate(`(${TIME_CLICKS})()`);
}

/** In ms, oldest first. */
export function clicksSoFar(page: Page): Promise<readonly number[]> {
  return page.evaluate('globalThis.benchClicks') as Promise<readonly number[]>;
}

/** Scrolls a page from its top to its end and back, in so many pictures. */
export function scrollThrough(page: Page, steps: number): Promise<void> {
  return page.evaluate(`(${SCROLL})(${steps})`);
}
