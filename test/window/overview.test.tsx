import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { WorkerStatus } from '../../main/contract/worker/worker-status.ts';
import { main } from './support/main.ts';
import { currentPage, openWindow, pageLink, words } from './support/open-window.tsx';
import { BUILDING, sampleView, sampleWorker } from './support/samples.ts';

const DRAINING: WorkerStatus = {
  ...BUILDING,
  kind: 'draining',
  purpose: 'shut-down',
  since: Date.now(),
};

function openWith(status: WorkerStatus) {
  return openWindow(sampleView({ workers: [sampleWorker({ status })] }));
}

const button = (name: string) => screen.getByRole('button', { name });

describe('the overview', () => {
  it('leads to the first worker while there is none', async () => {
    const user = await openWindow(sampleView({ workers: [] }));
    const page = within(screen.getByRole('main'));
    await user.click(page.getByRole('button', { name: words.addWorker.title }));
    expect(currentPage()).toBe(pageLink('addWorker'));
  });

  it('shows the same sentence as the tray, and where the worker is', async () => {
    await openWindow();
    const card = within(screen.getByRole('region', { name: 'ada-laptop' }));
    expect(card.getByTestId('sentence').textContent).toBe(sampleWorker().sentence);
    expect(card.getByTestId('directory').textContent).toContain('/home/ada/worker');
  });

  it('asks main for what a button says', async () => {
    const user = await openWith({ kind: 'idle', builders: [] });
    await user.click(button(words.tray.requests.shutDown));
    expect(main.argumentsOf('app.perform')).toEqual([
      { kind: 'request', workerId: 'w1', request: { kind: 'shut-down-gracefully' } },
    ]);
  });

  it('offers how to cancel or cut short a drain, and what stopping now loses', async () => {
    const user = await openWith(DRAINING);
    expect(screen.getByTestId('waits-for').textContent).toContain('make all');
    await user.click(button(words.tray.requests.cancelShutdown));
    await user.click(button(words.tray.requests.stopNow));
    expect(main.argumentsOf('app.perform')).toEqual([
      { kind: 'request', workerId: 'w1', request: { kind: 'cancel-drain', when: 'at-gap' } },
      { kind: 'request', workerId: 'w1', request: { kind: 'stop-now' } },
    ]);
  });

  it('refuses in place what main would refuse', async () => {
    const user = await openWith({ kind: 'stopped', why: undefined });
    expect(button(words.overview.pauseMenu).getAttribute('aria-disabled')).toBe('true');
    await user.click(button(words.tray.requests.shutDown));
    expect(main.argumentsOf('app.perform')).toEqual([]);
  });

  it('pauses for as long as the menu says', async () => {
    const user = await openWith({ kind: 'idle', builders: [] });
    await user.click(button(words.overview.pauseMenu));
    await user.click(await screen.findByRole('menuitem', { name: words.tray.pauses['one-hour'] }));
    expect(main.argumentsOf('app.perform')).toEqual([
      { kind: 'request', workerId: 'w1', request: { kind: 'pause', how: 'one-hour' } },
    ]);
  });

  it('reports a refusal of main', async () => {
    main.answer({ app: { perform: () => ({ ok: false, problem: 'Not now.' }) } });
    const user = await openWith({ kind: 'idle', builders: [] });
    await user.click(button(words.tray.requests.disconnect));
    expect(await screen.findByText('Not now.')).toBeDefined();
  });

  it('shows what a build printed before and prints now', async () => {
    const piece = { commandId: 'c1', builderName: 'linux', stream: 'stdout' };
    main.answer({ overview: { recentOutput: () => [{ ...piece, text: 'first line\n' }] } });
    await openWith(BUILDING);
    expect(await screen.findByText('first line')).toBeDefined();
    const items = [{ ...piece, text: 'second line\n' }];
    act(() => main.emit('overview.printed', { workerId: 'another', items }));
    expect(screen.queryByText('second line')).toBeNull();
    act(() => main.emit('overview.printed', { workerId: 'w1', items }));
    expect(await screen.findByText('second line')).toBeDefined();
  });

  it('removes a worker with its directory only when that is chosen', async () => {
    const user = await openWindow();
    await user.click(button(words.overview.moreActions('ada-laptop')));
    await user.click(await screen.findByRole('menuitem', { name: words.workers.remove }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(await dialog.findByRole('checkbox', { name: /1.5 MB/ }));
    await user.click(dialog.getByRole('button', { name: words.workers.removeNow }));
    expect(main.argumentsOf('overview.remove')).toEqual([
      { workerId: 'w1', deletesDirectory: true },
    ]);
  });

  it('keeps the dialog of a copy open until it could be made', async () => {
    main.answer({ overview: { duplicate: () => ({ ok: false, problem: 'That name is taken.' }) } });
    const user = await openWindow();
    await user.click(button(words.overview.moreActions('ada-laptop')));
    await user.click(await screen.findByRole('menuitem', { name: words.workers.duplicate }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: words.workers.duplicateNow }));
    expect((await dialog.findByRole('alert')).textContent).toBe('That name is taken.');
    expect(main.argumentsOf('overview.duplicate')).toEqual([
      {
        workerId: 'w1',
        workerName: 'ada-laptop-2',
        basedir: '/home/ada/worker-2',
        password: undefined,
      },
    ]);
  });
});
