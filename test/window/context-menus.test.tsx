import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { BuildPage } from '../../main/contract/builds/build-history.ts';
import { main } from './support/main.ts';
import { currentPage, openPage, openWindow, pageLink, words } from './support/open-window.tsx';
import {
  BUILDING,
  sampleBuild,
  sampleExtent,
  sampleView,
  sampleWorker,
} from './support/samples.ts';

const menu = async (label: string) => within(await screen.findByRole('menu', { name: label }));
const labelsIn = (shown: Awaited<ReturnType<typeof menu>>) =>
  shown.getAllByRole('menuitem').map(({ textContent }) => textContent);

describe('the menu of a worker at the pointer', () => {
  const TWO = sampleView({
    workers: [
      sampleWorker({ workerName: 'one' }),
      sampleWorker({ id: 'w2', workerName: 'two', status: BUILDING }),
    ],
  });
  const headOf = (name: string) =>
    within(screen.getByRole('region', { name })).getByRole('button', { name });
  const { requests, pauses } = words.tray;

  it('has what is allowed now, where one goes from it, what is copied, and its place', async () => {
    await openWindow(TWO);
    fireEvent.contextMenu(headOf('one'));
    const shown = await menu(words.overview.moreActions('one'));
    expect(labelsIn(shown)).toEqual([
      requests.pause,
      requests.shutDown,
      requests.disconnect,
      words.builds.title,
      words.log.title,
      words.settings.title,
      words.common.copyThis(words.overview.copies.master),
      words.common.copyThis(words.overview.copies.directory),
      words.workers.moveUp,
      words.workers.moveDown,
      words.workers.duplicate,
      words.workers.remove,
    ]);
  });

  it('requests, with the choices that a request has', async () => {
    const user = await openWindow(TWO);
    fireEvent.contextMenu(headOf('two'));
    const shown = await menu(words.overview.moreActions('two'));
    act(() => shown.getByRole('menuitem', { name: requests.pause }).focus());
    await user.keyboard('{ArrowRight}');
    fireEvent.click(await screen.findByRole('menuitem', { name: pauses['one-hour'] }));
    expect(main.argumentsOf('app.perform')).toEqual([
      { kind: 'request', workerId: 'w2', request: { kind: 'pause', how: 'one-hour' } },
    ]);
  });

  it('leads to the pages of that worker, and copies', async () => {
    const user = await openWindow(TWO);
    const written = vi.spyOn(navigator.clipboard, 'writeText');
    fireEvent.contextMenu(headOf('two'));
    const name = words.common.copyThis(words.overview.copies.directory);
    await user.click(
      (await menu(words.overview.moreActions('two'))).getByRole('menuitem', { name }),
    );
    expect(written).toHaveBeenCalledWith('/home/ada/worker');
    expect(await screen.findByText(words.common.copied)).toBeDefined();
    fireEvent.contextMenu(headOf('two'));
    const log = { name: words.log.title };
    await user.click((await menu(words.overview.moreActions('two'))).getByRole('menuitem', log));
    expect(currentPage()).toBe(pageLink('log'));
    expect(main.argumentsOf('log.open')).toEqual(['w2']);
  });

  it('gives the focus back with Escape', async () => {
    const user = await openWindow(TWO);
    headOf('one').focus();
    fireEvent.contextMenu(headOf('one'));
    await menu(words.overview.moreActions('one'));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    expect(document.activeElement).toBe(headOf('one'));
  });

  it('asks in the same dialogs as the menu that is always there', async () => {
    const user = await openWindow(TWO);
    fireEvent.contextMenu(headOf('one'));
    const shown = await menu(words.overview.moreActions('one'));
    await user.click(shown.getByRole('menuitem', { name: words.workers.remove }));
    const name = words.workers.removeTitle('one');
    expect(await screen.findByRole('dialog', { name })).toBeDefined();
  });

  it('offers first to copy what is selected', async () => {
    const user = await openWindow(TWO);
    const written = vi.spyOn(navigator.clipboard, 'writeText');
    vi.spyOn(window, 'getSelection').mockReturnValue({ toString: () => 'idle.' } as Selection);
    fireEvent.contextMenu(headOf('one'));
    const shown = await menu(words.overview.moreActions('one'));
    expect(labelsIn(shown)[0]).toBe(words.common.copySelection);
    await user.click(shown.getByRole('menuitem', { name: words.common.copySelection }));
    expect(written).toHaveBeenCalledWith('idle.');
  });
});

describe('the menu of a build at the pointer', () => {
  const PAGE: BuildPage = {
    builds: [sampleBuild({ id: 'b2', builderName: 'docs' }), sampleBuild()],
    offset: 0,
    count: 2,
    builderNames: ['docs', 'linux'],
    kept: 2,
  };
  const row = (at: number) =>
    within(screen.getByRole('table')).getAllByRole('row')[at + 1] as HTMLElement;

  it('is of the row that was pressed, and shows it or its builder alone', async () => {
    main.answer({ builds: { find: () => PAGE } });
    const user = await openPage('builds');
    await screen.findByRole('table');
    fireEvent.contextMenu(row(1));
    const show = { name: words.builds.show };
    await user.click((await menu(words.builds.menu)).getByRole('menuitem', show));
    expect(main.argumentsOf('builds.details')).toEqual([{ workerId: 'w1', buildId: 'b1' }]);
    fireEvent.contextMenu(row(0));
    const only = { name: words.builds.onlyBuilder('docs') };
    await user.click((await menu(words.builds.menu)).getByRole('menuitem', only));
    await waitFor(() =>
      expect(main.argumentsOf('builds.find').at(-1)).toMatchObject({ builderName: 'docs' }),
    );
  });
});

it('there is no menu for a build that is on its way', async () => {
  const page = { builds: [sampleBuild()], offset: 0, count: 2, builderNames: ['linux'], kept: 2 };
  main.answer({ builds: { find: () => page } });
  await openPage('builds');
  await screen.findByRole('table');
  const coming = within(screen.getByRole('table')).getByRole('row', { busy: true });
  fireEvent.contextMenu(coming);
  expect(screen.queryByRole('menu')).toBeNull();
});

describe('the menu of the log at the pointer', () => {
  const rows = [0, 1].map((line) => ({
    line,
    at: Date.UTC(2026, 10, 27, 9),
    level: 'info' as const,
    subject: 'app',
    message: `line ${line}`,
    isContinued: false,
    cutBytes: 0,
  }));

  it('copies the line that was pressed, or those in view', async () => {
    main.answer({
      log: {
        open: () => ({ ok: true, value: { tail: [], extent: sampleExtent(2) } }),
        slice: ({ filter, firstRow }) => ({ generation: 1, filter, firstRow, rows }),
      },
    });
    const user = await openPage('log');
    fireEvent.contextMenu(await screen.findByText('line 1'));
    const line = { name: words.log.copyLine };
    await user.click((await menu(words.log.menu)).getByRole('menuitem', line));
    expect(main.argumentsOf('log.copy')).toEqual([{ filter: 'info', firstRow: 1, count: 1 }]);
    expect(await screen.findByText(words.log.copiedLines(1))).toBeDefined();
  });

  it('has no line where none was pressed', async () => {
    await openPage('log');
    act(() => screen.getByRole('log').focus());
    fireEvent.contextMenu(screen.getByRole('log'));
    expect(labelsIn(await menu(words.log.menu))).toEqual([
      words.log.copyVisible,
      words.log.openFolder,
    ]);
  });
});

describe('the menu of an output at the pointer', () => {
  it('copies all of it, without its colours', async () => {
    const output = { commandId: 'c1', builderName: 'linux', stream: 'stdout' } as const;
    main.answer({
      overview: { recentOutput: () => [{ ...output, text: 'one\n\u001b[31mtwo\u001b[0m\n' }] },
    });
    const user = await openWindow(sampleView({ workers: [sampleWorker({ status: BUILDING })] }));
    const written = vi.spyOn(navigator.clipboard, 'writeText');
    const label = words.overview.output('linux');
    const pane = await screen.findByRole('region', { name: label });
    await within(pane).findByText('two');
    fireEvent.contextMenu(pane);
    const name = words.common.copyThis(words.builds.output.copy);
    await user.click((await menu(label)).getByRole('menuitem', { name }));
    expect(written).toHaveBeenCalledWith('one\ntwo');
  });
});
