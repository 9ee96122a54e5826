import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PAGES } from '../../renderer/window/pages.ts';
import { main } from './support/main.ts';
import { openPage } from './support/open-window.tsx';
import { sampleBuild, sampleDurations, sampleTimeline } from './support/samples.ts';

const MINUTE_MS = 60_000;

// From before the window opens: what it sets going has to be seen. No midnight falls into the test.
beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true, now: new Date(2026, 10, 27, 12) });
  main.answer({
    builds: {
      find: () => ({
        builds: [sampleBuild()],
        offset: 0,
        count: 1,
        builderNames: ['linux'],
        kept: 1,
      }),
      timeline: () => sampleTimeline(),
      durations: () => sampleDurations(),
    },
  });
});
afterEach(() => vi.useRealTimers());

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

describe('a window whose workers are idle', () => {
  it.each(PAGES)('asks main for nothing on the page $name as time goes by', async ({ name }) => {
    await openPage(name);
    await pass(MINUTE_MS);
    const asked = main.calls.length;
    await pass(30 * MINUTE_MS);
    expect(main.calls.slice(asked)).toEqual([]);
  });

  // The timeline of builds moves with the time that it shows.
  it.each(PAGES.filter(({ name }) => name !== 'builds'))(
    'shows the same on the page $name as time goes by',
    async ({ name }) => {
      await openPage(name);
      await pass(MINUTE_MS);
      const { textContent } = screen.getByRole('main');
      await pass(30 * MINUTE_MS);
      expect(screen.getByRole('main').textContent).toBe(textContent);
    },
  );
});
