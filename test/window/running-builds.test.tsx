import { act, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BuildEstimate } from '../../main/contract/builds/build-history.ts';
import type { WorkerStatus } from '../../main/contract/worker/worker-status.ts';
import { main } from './support/main.ts';
import { openWindow, pageLink, words } from './support/open-window.tsx';
import { BUILDING, sampleView, sampleWorker } from './support/samples.ts';

const NOW = new Date(2026, 10, 28, 12, 0).getTime();
const MINUTE = 60_000;
const DRAINING: WorkerStatus = {
  ...BUILDING,
  kind: 'draining',
  purpose: 'shut-down',
  since: NOW,
};

beforeEach(() => {
  // Only the clock's hands stand still: timers go on.
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

function openWith(status: WorkerStatus) {
  return openWindow(sampleView({ workers: [sampleWorker({ status })] }));
}

/** Builds of `linux` usually take `usual` minutes; this one has been running for `elapsed`. */
function estimated(elapsed: number, usual: number | undefined): void {
  const estimate: BuildEstimate | undefined =
    usual === undefined
      ? undefined
      : { totalMs: usual * MINUTE, remainingMs: (usual - elapsed) * MINUTE, builds: 3 };
  const startedAt = NOW - elapsed * MINUTE;
  main.answer({ builds: { estimates: () => [{ builderName: 'linux', startedAt, estimate }] } });
}

const card = () => within(screen.getByRole('region', { name: 'linux' }));

describe('a build that runs', () => {
  it.each([
    [3, 5, '3 of about 5 min', '60'],
    [7, 5, '7 min, longer than usual', '100'],
    [7, undefined, '7 min', null],
  ])('after %j minutes of usually %j says: %s', async (elapsed, usual, text, percent) => {
    estimated(elapsed, usual);
    await openWith(BUILDING);
    expect((await card().findByTestId('estimate')).textContent).toBe(text);
    const ring = card().getByRole('progressbar', { name: 'linux' });
    expect(ring.getAttribute('aria-valuetext')).toBe(text);
    expect(ring.getAttribute('aria-valuenow')).toBe(percent);
  });

  it('shows what it does just now', async () => {
    await openWith(BUILDING);
    expect(card().getByText('make all')).toBeDefined();
  });

  it('says that it is between two steps', async () => {
    await openWith({ ...BUILDING, commands: [] });
    expect(card().getByText(words.overview.betweenSteps)).toBeDefined();
  });

  it('shows what it printed before and prints now; closed, the last line', async () => {
    const piece = { commandId: 'c1', builderName: 'linux', stream: 'stdout' };
    main.answer({ overview: { recentOutput: () => [{ ...piece, text: 'first line\n' }] } });
    const user = await openWith(BUILDING);
    expect(await screen.findByText('first line')).toBeDefined();
    const items = [{ ...piece, text: 'second line\n' }];
    act(() => main.emit('overview.printed', { workerId: 'another', items }));
    expect(screen.queryByText('second line')).toBeNull();
    act(() => main.emit('overview.printed', { workerId: 'w1', items }));
    expect(await screen.findByText('second line')).toBeDefined();
    const toggle = card().getByRole('button', { name: words.overview.showOutput('linux') });
    expect(toggle.getAttribute('aria-expanded')).toBe('true');
    await user.click(toggle);
    expect(screen.queryByText('first line')).toBeNull();
    expect(screen.getByText('second line')).toBeDefined();
  });

  it('has its output announced only while it is shown', async () => {
    const user = await openWith(BUILDING);
    expect(main.argumentsOf('overview.leaveOutput')).toEqual([]);
    await user.click(pageLink('preferences'));
    expect(main.argumentsOf('overview.leaveOutput')).toEqual(['w1']);
  });

  it('is closed where there are others', async () => {
    await openWith({ ...BUILDING, builders: ['linux', 'docs'] });
    for (const builder of ['linux', 'docs']) {
      const toggle = screen.getByRole('button', { name: words.overview.showOutput(builder) });
      expect(toggle.getAttribute('aria-expanded')).toBe('false');
    }
  });
});

describe('a worker that drains', () => {
  it.each([
    [4, 5, 'about 60 s left', '80'],
    [2, 5, 'about 3 min left', '40'],
    [7, 5, 'longer than usual', '100'],
    [7, undefined, 'no earlier build to go by', null],
  ])('after %j minutes of usually %j waits: %s', async (elapsed, usual, text, percent) => {
    estimated(elapsed, usual);
    await openWith(DRAINING);
    expect((await card().findByTestId('estimate')).textContent).toBe(text);
    const bar = card().getByRole('progressbar', { name: 'linux' });
    expect(bar.getAttribute('aria-valuenow')).toBe(percent);
    expect(bar.getAttribute('aria-valuetext')).toBe(text);
  });

  it.each([
    ['shut-down', 'Then ada-laptop shuts down.'],
    ['pause', 'Then ada-laptop pauses.'],
    ['quit', 'Then Buildtray quits.'],
  ] as const)('says what comes then, to %s', async (purpose, sentence) => {
    await openWith({ ...DRAINING, purpose });
    expect(screen.getByTestId('afterwards').textContent).toBe(sentence);
  });

  it('goes on working by a click, or stops now at the cost that its menu names', async () => {
    const user = await openWith(DRAINING);
    await user.click(screen.getByRole('button', { name: words.tray.requests.keepWorking }));
    expect(screen.queryByRole('button', { name: words.tray.requests.stopNow })).toBeNull();
    const menu = screen.getByRole('button', { name: words.overview.moreActions('ada-laptop') });
    await user.click(menu);
    const stop = await screen.findByRole('menuitem', { name: /^Stop now/ });
    expect(stop.textContent).toContain('Interrupts the build; the master will run it again.');
    await user.click(stop);
    expect(main.argumentsOf('app.perform')).toEqual([
      { kind: 'request', workerId: 'w1', request: { kind: 'cancel-drain', when: 'at-gap' } },
      { kind: 'request', workerId: 'w1', request: { kind: 'stop-now' } },
    ]);
  });

  it('does not call a stop free of cost while the master has a build left', async () => {
    const user = await openWith({ ...DRAINING, builders: [], commands: [] });
    expect(screen.getByText(words.overview.waitsForMaster)).toBeDefined();
    await user.click(
      screen.getByRole('button', { name: words.overview.moreActions('ada-laptop') }),
    );
    const stop = await screen.findByRole('menuitem', { name: /^Stop now/ });
    expect(stop.textContent).toContain('A step that the master runs itself may be lost');
  });
});
