import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { WorkerStatus } from '../../main/contract/worker/worker-status.ts';
import { textsIn } from '../../main/texts/texts.ts';
import { PAGES } from '../../renderer/window/pages.ts';
import { main } from './support/main.ts';
import { currentPage, openPage, openWindow, pageLink, words } from './support/open-window.tsx';
import { sampleView, sampleWorker } from './support/samples.ts';

describe('the frame of the window', () => {
  it.each(PAGES)('opens the page $name from the navigation and reports it', async ({ name }) => {
    await openPage(name);
    expect(currentPage()).toBe(pageLink(name));
    expect(main.argumentsOf('app.pageShown').at(-1)).toEqual({ page: name, workerId: 'w1' });
  });

  it('has no page of a worker before there is one', async () => {
    await openWindow(sampleView({ workers: [] }));
    const labels = within(screen.getByRole('navigation'))
      .getAllByRole('button')
      .map((link) => link.getAttribute('aria-label') ?? link.textContent);
    expect(labels).toEqual([
      `${words.shell.finder.open}Ctrl+K`,
      words.overview.title,
      words.addWorker.title,
      words.rehearsal.title,
      words.preferences.title,
    ]);
  });

  it('opens the page that main asks for', async () => {
    await openWindow();
    act(() => main.emit('app.pageRequested', { page: 'preferences' }));
    expect(currentPage()).toBe(pageLink('preferences'));
  });

  it('shows the worker that main asks for with a page', async () => {
    const workers = [sampleWorker(), sampleWorker({ id: 'w2', workerName: 'ada-server' })];
    await openWindow(sampleView({ workers }));
    act(() => main.emit('app.pageRequested', { page: 'hostinfo', workerId: 'w2' }));
    expect(currentPage()).toBe(pageLink('hostinfo'));
    expect(main.argumentsOf('hostinfo.load')).toEqual(['w2']);
  });

  it('follows the view, language included', async () => {
    await openWindow();
    act(() => main.emit('app.changed', sampleView({ language: 'de' })));
    expect(screen.getByRole('navigation', { name: textsIn('de').shell.navigation })).toBeDefined();
    expect(document.documentElement.lang).toBe('de');
  });

  it('shows the pages of the worker that is chosen', async () => {
    const workers = [sampleWorker(), sampleWorker({ id: 'w2', workerName: 'ada-server' })];
    const user = await openWindow(sampleView({ workers }));
    await user.click(screen.getByRole('combobox', { name: words.shell.worker }));
    await user.click(await screen.findByRole('option', { name: 'ada-server' }));
    await user.click(pageLink('hostinfo'));
    expect(main.argumentsOf('hostinfo.load')).toEqual(['w2']);
  });

  it('shows where the app is, once, when the first worker has connected', async () => {
    await openWindow(sampleView({ workers: [] }));
    const tips = () => screen.queryAllByText(words.shell.connected);
    const change = (status: WorkerStatus) =>
      act(() => main.emit('app.changed', sampleView({ workers: [sampleWorker({ status })] })));
    change({ kind: 'stopped', why: undefined });
    expect(tips()).toHaveLength(0);
    change(sampleWorker().status);
    await waitFor(() => expect(tips()).toHaveLength(1));
    expect(document.querySelector('.tray-picture .state-idle')).not.toBeNull();
    change({ kind: 'stopped', why: undefined });
    change(sampleWorker().status);
    expect(tips()).toHaveLength(1);
  });

  it('shows no picture of a tray to those who had a worker, nor where there is no tray', async () => {
    const tips = () => screen.queryAllByText(words.shell.connected);
    await openWindow();
    expect(tips()).toHaveLength(0);
    cleanup();
    await openWindow(sampleView({ workers: [], hasTray: false }));
    act(() => main.emit('app.changed', sampleView({ hasTray: false })));
    expect(tips()).toHaveLength(0);
  });

  it('explains a desktop without tray icons until that is dismissed', async () => {
    const user = await openWindow(sampleView({ showsTrayNotice: true }));
    const notice = within(screen.getByTestId('no-tray'));
    await user.click(notice.getByRole('button'));
    expect(main.argumentsOf('preferences.dismissTrayNotice')).toHaveLength(1);
  });
});
