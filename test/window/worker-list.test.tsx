import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { WorkerStatus } from '../../main/contract/worker/worker-status.ts';
import { main } from './support/main.ts';
import { currentPage, openWindow, pageLink, words } from './support/open-window.tsx';
import { BUILDING, sampleBuild, sampleView, sampleWorker } from './support/samples.ts';

const IDLE: WorkerStatus = { kind: 'idle', builders: [] };

/** Workers `w1`, `w2` …, named `one`, `two` …, in these states. */
function farm(...statuses: readonly WorkerStatus[]) {
  const names = ['one', 'two', 'three'];
  return statuses.map((status, at) =>
    sampleWorker({ id: `w${at + 1}`, workerName: names[at] ?? '', status }),
  );
}

const row = (name: string) => screen.getByRole('region', { name });
const toggleOf = (name: string) => within(row(name)).getByRole('button', { name });
const isOpen = (name: string) => toggleOf(name).getAttribute('aria-expanded') === 'true';

describe('the row of a worker', () => {
  it('is closed while there is nothing to see of it, and opens by a click', async () => {
    const user = await openWindow(sampleView({ workers: farm(IDLE, BUILDING) }));
    expect([isOpen('one'), isOpen('two')]).toEqual([false, true]);
    expect(within(row('one')).getByTestId('sentence')).toBeDefined();
    await user.click(toggleOf('one'));
    await user.click(toggleOf('two'));
    expect([isOpen('one'), isOpen('two')]).toEqual([true, false]);
    expect(within(row('one')).getByRole('button', { name: words.overview.details })).toBeDefined();
    expect(within(row('two')).queryByTestId('running-command')).toBeNull();
  });

  it('opens by itself when something is wrong that can be repaired', async () => {
    await openWindow(sampleView({ workers: farm(IDLE, IDLE) }));
    expect(isOpen('two')).toBe(false);
    const why = { key: 'session.shutDownByMaster', facts: {} } as const;
    const workers = farm(IDLE, { kind: 'stopped', why });
    act(() => main.emit('app.changed', sampleView({ workers })));
    expect(isOpen('two')).toBe(true);
  });

  it('of the only worker is always open', async () => {
    await openWindow();
    expect(screen.getByRole('button', { name: words.overview.details })).toBeDefined();
    expect(screen.queryByRole('button', { name: 'ada-laptop' })).toBeNull();
    expect(screen.queryByRole('button', { name: /^Move / })).toBeNull();
  });
});

describe('a row gets to another place', () => {
  const handle = (name: string) =>
    screen.getByRole('button', { name: new RegExp(`^${words.overview.move(name)}`) });
  const place = (name: string) => row(name).closest('li') as HTMLElement;

  it('by dragging', async () => {
    await openWindow(sampleView({ workers: farm(IDLE, IDLE, IDLE) }));
    const dataTransfer = { setDragImage: () => {}, effectAllowed: '' };
    // Something else that is dragged over it.
    fireEvent.drop(place('three'));
    expect(main.argumentsOf('overview.reorder')).toEqual([]);
    fireEvent.dragStart(handle('one'), { dataTransfer });
    fireEvent.dragOver(place('three'));
    expect(place('three').className).toBe('drop-from-above');
    fireEvent.drop(place('three'));
    fireEvent.dragEnd(handle('one'));
    expect(place('three').className).toBe('');
    fireEvent.dragStart(handle('three'), { dataTransfer });
    fireEvent.dragOver(place('two'));
    expect(place('two').className).toBe('drop-from-below');
    fireEvent.drop(place('two'));
    expect(main.argumentsOf('overview.reorder')).toEqual([
      ['w2', 'w3', 'w1'],
      ['w1', 'w3', 'w2'],
    ]);
  });

  it('by arrow keys, which keep the focus and say where it is', async () => {
    const [one, two] = farm(IDLE, IDLE) as [ReturnType<typeof sampleWorker>, never];
    const user = await openWindow(sampleView({ workers: [one, two] }));
    handle('one').focus();
    await user.keyboard('{ArrowUp}');
    expect(main.argumentsOf('overview.reorder')).toEqual([]);
    await user.keyboard('{ArrowDown}');
    expect(main.argumentsOf('overview.reorder')).toEqual([['w2', 'w1']]);
    act(() => main.emit('app.changed', sampleView({ workers: [two, one] })));
    expect(document.activeElement).toBe(handle('one'));
    expect(screen.getByText(words.overview.moved('one', 2, 2))).toBeDefined();
  });
});

describe('the last builds of a worker', () => {
  const builds = [
    sampleBuild({ id: 'b3', outcome: 'errors' }),
    sampleBuild({ id: 'b2' }),
    sampleBuild({ id: 'b1' }),
  ];
  const page = { builds, offset: 0, count: 3, builderNames: ['linux'], kept: 3 };
  const bars = () =>
    within(screen.getByRole('group', { name: words.overview.lastBuilds })).getAllByRole('button');

  it('are shown oldest first, and one is reached by Tab', async () => {
    main.answer({ builds: { find: () => page } });
    const user = await openWindow();
    await screen.findByRole('group', { name: words.overview.lastBuilds });
    expect(bars().map(({ tabIndex }) => tabIndex)).toEqual([-1, -1, 0]);
    expect(bars()[2]?.getAttribute('aria-label')).toContain('with errors');
    bars()[2]?.focus();
    await user.keyboard('{ArrowLeft}');
    expect(document.activeElement).toBe(bars()[1]);
    expect(bars().map(({ tabIndex }) => tabIndex)).toEqual([-1, 0, -1]);
  });

  it('each open the page of builds with themselves', async () => {
    main.answer({ builds: { find: () => page } });
    const user = await openWindow();
    await screen.findByRole('group', { name: words.overview.lastBuilds });
    await user.click(bars()[1] as HTMLElement);
    expect(currentPage()).toBe(pageLink('builds'));
    expect(main.argumentsOf('builds.details')).toEqual([{ workerId: 'w1', buildId: 'b2' }]);
  });

  it('are asked for by the tray while the page is open', async () => {
    main.answer({ builds: { find: () => page } });
    await openWindow();
    const open = (buildId: string) =>
      act(() => main.emit('app.pageRequested', { page: 'builds', workerId: 'w1', buildId }));
    open('b1');
    open('b3');
    expect(main.argumentsOf('builds.details')).toEqual([
      { workerId: 'w1', buildId: 'b1' },
      { workerId: 'w1', buildId: 'b3' },
    ]);
  });

  it('of a new worker are none, which is said', async () => {
    main.answer({ builds: { find: () => ({ ...page, builds: [], count: 0, kept: 0 }) } });
    await openWindow();
    expect(await screen.findByText(words.overview.nothingRuns)).toBeDefined();
  });
});

describe('today', () => {
  it('sums up what this machine did and has left', async () => {
    await openWindow();
    const facts = within(await screen.findByLabelText(words.overview.today.title));
    const shown = facts.getAllByRole('definition').map(({ textContent }) => textContent);
    expect(shown).toEqual(['12', '3 h 24 min', '8', '120 GB']);
  });

  it('has the share of busy processors while something runs', async () => {
    const today = { builds: 1, buildMs: 0, processors: 8, freeBytes: undefined };
    main.answer({ overview: { today: () => ({ ...today, busyShare: 0.41 }) } });
    await openWindow(sampleView({ workers: farm(BUILDING) }));
    expect(await screen.findByText('41 % of 8')).toBeDefined();
    expect(screen.queryByText(words.overview.today.free)).toBeNull();
  });

  it('is asked for once while nothing runs, and again when builds have changed', async () => {
    await openWindow();
    await screen.findByLabelText(words.overview.today.title);
    expect(main.argumentsOf('overview.today')).toHaveLength(1);
    await act(async () => main.emit('builds.changed', 'w1'));
    expect(main.argumentsOf('overview.today')).toHaveLength(2);
  });
});
