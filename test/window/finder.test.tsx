import { act, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { main } from './support/main.ts';
import { currentPage, openPage, openWindow, pageLink, words } from './support/open-window.tsx';
import { BUILDING, sampleBuild, sampleView, sampleWorker } from './support/samples.ts';

const texts = words.shell.finder;
const field = () => screen.getByRole('combobox', { name: texts.label });
const rows = () =>
  within(screen.getByRole('listbox', { name: texts.title })).getAllByRole('option');
const chosen = () => rows().filter((row) => row.getAttribute('aria-selected') === 'true');
const nameOf = (row: HTMLElement | undefined) => row?.querySelector('.finder-label')?.textContent;

async function find(user: UserEvent, query: string): Promise<void> {
  await user.keyboard('{Control>}k{/Control}');
  await screen.findByRole('combobox', { name: texts.label });
  await user.paste(query);
}

const TWO = sampleView({
  workers: [sampleWorker(), sampleWorker({ id: 'w2', workerName: 'ben-server', status: BUILDING })],
});

describe('what is found by typing', () => {
  it('is opened by Ctrl+K, has the focus, and gives it back with Escape', async () => {
    const user = await openWindow();
    pageLink('log').focus();
    await find(user, '');
    await waitFor(() => expect(document.activeElement).toBe(field()));
    expect(nameOf(rows()[0])).toBe(words.overview.title);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
    expect(document.activeElement).toBe(pageLink('log'));
  });

  it('is opened from the navigation, too', async () => {
    const user = await openWindow();
    await user.click(screen.getByRole('button', { name: (name) => name.startsWith(texts.open) }));
    expect(await screen.findByRole('combobox', { name: texts.label })).toBeDefined();
  });

  it('are pages: arrow keys choose, Enter goes there', async () => {
    const user = await openWindow();
    await find(user, '');
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
    expect(chosen().map(nameOf)).toEqual([words.builds.title]);
    expect(field().getAttribute('aria-activedescendant')).toBe(chosen()[0]?.id);
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(chosen()).toEqual([rows().at(-1)]);
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(currentPage()).toBe(pageLink('builds'));
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('are requests, of each worker by its name', async () => {
    const user = await openWindow(TWO);
    await find(user, 'ben pause 1');
    expect(rows().map(nameOf)).toEqual([
      texts.choice(words.tray.requests.pause, words.tray.pauses['one-hour']),
    ]);
    await user.keyboard('{Enter}');
    expect(main.argumentsOf('app.perform')).toEqual([
      { kind: 'request', workerId: 'w2', request: { kind: 'pause', how: 'one-hour' } },
    ]);
  });

  it('say why they cannot be done now, and are not done', async () => {
    const user = await openWindow();
    await find(user, words.tray.requests.resume);
    const [row] = rows() as [HTMLElement];
    const why = words.refusals.now['not-paused'];
    expect(row.getAttribute('aria-disabled')).toBe('true');
    expect(within(row).getByText(why)).toBeDefined();
    await user.keyboard('{Enter}');
    expect(await screen.findByText(why)).toBeDefined();
    expect(main.argumentsOf('app.perform')).toEqual([]);
  });

  it('are builders, of the history as well, whose builds are shown', async () => {
    const page = { builds: [sampleBuild()], offset: 0, count: 1, builderNames: ['old'], kept: 1 };
    main.answer({ builds: { find: () => page } });
    const user = await openWindow();
    await find(user, 'old');
    await waitFor(() => expect(rows().map(nameOf)).toContain('old'));
    await user.click(rows().find((row) => nameOf(row) === 'old') as HTMLElement);
    expect(currentPage()).toBe(pageLink('builds'));
    await waitFor(() =>
      expect(main.argumentsOf('builds.find').at(-1)).toMatchObject({ builderName: 'old' }),
    );
  });

  it('are workers, whose rows open', async () => {
    const user = await openPage('log', TWO);
    await find(user, 'ada');
    await user.keyboard('{Enter}');
    expect(currentPage()).toBe(pageLink('overview'));
    const toggle = within(screen.getByRole('region', { name: 'ada-laptop' })).getByRole('button', {
      name: 'ada-laptop',
    });
    expect(toggle.getAttribute('aria-expanded')).toBe('true');
    expect(document.activeElement).toBe(toggle);
  });

  it('are settings, by label and by their names in buildbot.tac', async () => {
    const user = await openWindow(TWO);
    await find(user, 'ben keepalive');
    expect(nameOf(rows()[0])).toBe(words.settings.fields.keepalive.label);
    await user.keyboard('{Enter}');
    expect(currentPage()).toBe(pageLink('settings'));
    expect(main.argumentsOf('settings.load')).toEqual(['w2']);
    const control = await screen.findByLabelText(words.settings.fields.keepalive.label);
    await waitFor(() => expect(document.activeElement).toBe(control));
  });

  it('are things to copy', async () => {
    const user = await openWindow();
    const written = vi.spyOn(navigator.clipboard, 'writeText');
    await find(user, words.common.copyThis(words.overview.copies.master));
    await user.keyboard('{Enter}');
    expect(written).toHaveBeenCalledWith('ci.example.org:9989');
  });

  it('may be nothing, which is announced', async () => {
    const user = await openWindow();
    await find(user, 'no such thing');
    expect(screen.getByText(texts.found(0)).getAttribute('role')).toBe('status');
    await user.keyboard('{ArrowDown}{Enter}');
    expect(field()).toBeDefined();
  });

  it('goes by what the worker is doing while it is open', async () => {
    const user = await openWindow();
    await find(user, words.tray.requests.resume);
    expect(rows()[0]?.getAttribute('aria-disabled')).toBe('true');
    const paused = sampleWorker({ status: { kind: 'paused', until: 'resumed' } });
    act(() => main.emit('app.changed', sampleView({ workers: [paused] })));
    expect(rows()[0]?.getAttribute('aria-disabled')).toBeNull();
  });
});

describe('keys of the window', () => {
  it('go to the pages, and the focus with them', async () => {
    const user = await openWindow();
    await user.keyboard('{Control>}4{/Control}');
    expect(currentPage()).toBe(pageLink('log'));
    expect(pageLink('log').getAttribute('aria-keyshortcuts')).toBe('Control+4');
    expect(document.activeElement).toBe(screen.getByRole('main'));
  });

  it('do nothing while something is asked', async () => {
    const question = {
      id: 'q',
      message: 'Quit?',
      detail: 'A build runs.',
      answers: ['Quit', 'No'],
    };
    const user = await openWindow(sampleView({ question }));
    await screen.findByRole('dialog', { name: 'Quit?' });
    await user.keyboard('{Control>}k4{/Control}');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(currentPage()).toBe(pageLink('overview'));
  });

  it('close what they have opened, and lead from there to a page', async () => {
    const user = await openWindow();
    await find(user, 'log');
    await user.keyboard('{Control>}k{/Control}');
    await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
    await find(user, 'log');
    await user.keyboard('{Control>}2{/Control}');
    expect(currentPage()).toBe(pageLink('builds'));
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('are listed by F1, and from what is found by typing', async () => {
    const user = await openWindow();
    await user.keyboard('{F1}');
    const dialog = await screen.findByRole('dialog', { name: words.shell.keys.title });
    expect(within(dialog).getByText('Ctrl+K')).toBeDefined();
    expect(within(dialog).getByText(words.preferences.title)).toBeDefined();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await find(user, words.shell.keys.title);
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('dialog', { name: words.shell.keys.title })).toBeDefined();
  });
});
