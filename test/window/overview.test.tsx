import { screen, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { WorkerStatus } from '../../main/contract/worker/worker-status.ts';
import { main } from './support/main.ts';
import { currentPage, openWindow, pageLink, words } from './support/open-window.tsx';
import { sampleView, sampleWorker } from './support/samples.ts';

function openWith(status: WorkerStatus) {
  return openWindow(sampleView({ workers: [sampleWorker({ status })] }));
}

const button = (name: string) => screen.getByRole('button', { name });

/** In the menu of the only worker. */
async function choose(user: UserEvent, item: string): Promise<void> {
  await user.click(button(words.overview.moreActions('ada-laptop')));
  await user.click(await screen.findByRole('menuitem', { name: new RegExp(`^${item}`) }));
}

describe('the overview', () => {
  it('leads to the first worker while there is none', async () => {
    const user = await openWindow(sampleView({ workers: [] }));
    const page = within(screen.getByRole('main'));
    await user.click(page.getByRole('button', { name: words.addWorker.title }));
    expect(currentPage()).toBe(pageLink('addWorker'));
  });

  it('shows the same sentence as the tray, and where the worker is for those who ask', async () => {
    const user = await openWindow();
    const card = within(screen.getByRole('region', { name: 'ada-laptop' }));
    expect(card.getByTestId('sentence').textContent).toBe(sampleWorker().sentence);
    expect(card.queryByTestId('directory')).toBeNull();
    await user.click(button(words.overview.details));
    expect(card.getByTestId('directory').textContent).toContain('/home/ada/worker');
    expect(card.getByTestId('master').textContent).toContain('ci.example.org:9989');
  });

  it('shows at once where a password is that others can read', async () => {
    const path = '/home/ada/worker/buildbot.tac';
    const passwordPlace = { kind: 'file', path, why: undefined, isOpen: true } as const;
    await openWindow(sampleView({ workers: [sampleWorker({ passwordPlace })] }));
    expect(screen.getByTestId('password-place').textContent).toContain(path);
  });

  it('asks main for what the menu of a worker says', async () => {
    const user = await openWith({ kind: 'idle', builders: [] });
    await choose(user, words.tray.requests.shutDown);
    expect(main.argumentsOf('app.perform')).toEqual([
      { kind: 'request', workerId: 'w1', request: { kind: 'shut-down-gracefully' } },
    ]);
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
    await choose(user, words.tray.requests.disconnect);
    expect(await screen.findByText('Not now.')).toBeDefined();
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
