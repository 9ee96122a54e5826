import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { NOTICE_KINDS, type NoticeKind, USUAL_NOTICES } from '../../main/contract/notice-kind.ts';
import type { Preferences } from '../../main/contract/preferences-contract.ts';
import { main } from './support/main.ts';
import { openPage, words } from './support/open-window.tsx';
import { sampleView } from './support/samples.ts';

const texts = words.preferences;
/** Its description is a part of a switch's label. */
const toggle = (label: string) =>
  screen.getByRole('switch', { name: (name) => name.startsWith(label) });

const viewWith = (changes: Partial<Preferences>) =>
  sampleView({ preferences: { ...sampleView().preferences, ...changes } });

describe('the page of preferences', () => {
  it('changes a preference at once', async () => {
    const user = await openPage('preferences');
    await user.click(toggle(texts.notificationsOn));
    await user.click(screen.getByRole('radio', { name: texts.themes.dark }));
    expect(main.argumentsOf('preferences.change')).toEqual([
      { notifications: false },
      { theme: 'dark' },
    ]);
  });

  it('has a switch for each kind of notification', async () => {
    const user = await openPage('preferences');
    const box = (kind: NoticeKind) => screen.getByRole('checkbox', { name: texts.notices[kind] });
    expect(NOTICE_KINDS.filter((kind) => (box(kind) as HTMLInputElement).checked)).toEqual(
      USUAL_NOTICES,
    );
    await user.click(box('buildFailed'));
    await user.click(box('lost'));
    expect(main.argumentsOf('preferences.change')).toEqual([
      { notices: [...USUAL_NOTICES, 'buildFailed'] },
      { notices: USUAL_NOTICES.filter((kind) => kind !== 'lost') },
    ]);
  });

  it('asks for no kinds and no quiet hours while there are no notifications', async () => {
    await openPage('preferences', viewWith({ notifications: false }));
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.queryByText(texts.quietHours)).toBeNull();
  });

  it('sets quiet hours by the clock, once a time is whole', async () => {
    const quietHours = { isOn: true, from: 1_320, to: 420 };
    const user = await openPage('preferences', viewWith({ quietHours }));
    const to = screen.getByLabelText(texts.quietTo) as HTMLInputElement;
    expect(to.value).toBe('07:00');
    fireEvent.change(to, { target: { value: '' } });
    fireEvent.blur(to);
    expect([to.value, main.argumentsOf('preferences.change')]).toEqual(['07:00', []]);
    fireEvent.change(to, { target: { value: '06:30' } });
    fireEvent.blur(to);
    await user.click(toggle(texts.quietHours));
    expect(main.argumentsOf('preferences.change')).toEqual([
      { quietHours: { ...quietHours, to: 390 } },
      { quietHours: { ...quietHours, isOn: false } },
    ]);
  });

  it('follows what main made of it', async () => {
    await openPage('preferences');
    const { preferences } = sampleView();
    const changed = sampleView({ preferences: { ...preferences, theme: 'dark' } });
    act(() => main.emit('app.changed', changed));
    const html = document.documentElement;
    await waitFor(() => expect(html.getAttribute('data-mantine-color-scheme')).toBe('dark'));
  });

  it('offers to start hidden only when the app starts at login', async () => {
    const user = await openPage('preferences');
    expect(toggle(texts.startHidden)).toHaveProperty('disabled', true);
    await waitFor(() => expect(toggle(texts.startAtLogin)).toHaveProperty('disabled', false));
    main.answer({ preferences: { startsAtLogin: () => true } });
    await user.click(toggle(texts.startAtLogin));
    expect(main.argumentsOf('preferences.setStartsAtLogin')).toEqual([true]);
    expect(toggle(texts.startHidden)).toHaveProperty('disabled', false);
  });

  it('reports what the desktop refuses, and shows how it really is', async () => {
    main.answer({
      preferences: { setStartsAtLogin: () => ({ ok: false, problem: 'The folder is read-only.' }) },
    });
    const user = await openPage('preferences');
    await waitFor(() => expect(toggle(texts.startAtLogin)).toHaveProperty('disabled', false));
    await user.click(toggle(texts.startAtLogin));
    expect(await screen.findByText('The folder is read-only.')).toBeDefined();
    expect(toggle(texts.startAtLogin)).toHaveProperty('checked', false);
  });

  it('bounds what is kept of output', async () => {
    const user = await openPage('preferences');
    await user.click(screen.getByRole('combobox', { name: texts.keptOutputBytes }));
    await user.click(await screen.findByRole('option', { name: '1 GB' }));
    await user.click(screen.getByRole('combobox', { name: texts.keptOutputDays }));
    await user.click(await screen.findByRole('option', { name: texts.days(7) }));
    await user.click(screen.getByRole('radio', { name: texts.kept.failed }));
    expect(main.argumentsOf('preferences.change')).toEqual([
      { keptOutputBytes: 1_000_000_000 },
      { keptOutputDays: 7 },
      { keptOutputs: 'failed' },
    ]);
    const { preferences } = sampleView();
    const none = sampleView({ preferences: { ...preferences, keptOutputs: 'none' } });
    act(() => main.emit('app.changed', none));
    expect(screen.queryByRole('combobox', { name: texts.keptOutputBytes })).toBeNull();
  });

  it('shows the version', async () => {
    await openPage('preferences');
    expect(screen.getByText(texts.version('1.2.3'))).toBeDefined();
  });

  it('shows the whole report for those who help before it is saved', async () => {
    const user = await openPage('preferences');
    await user.click(screen.getByRole('button', { name: texts.showDiagnostics }));
    const dialog = within(await screen.findByRole('dialog', { name: texts.diagnostics.title }));
    expect(await dialog.findByText(/# Buildtray diagnostics/)).toBeDefined();
    expect(main.argumentsOf('preferences.diagnose')).toEqual([undefined]);
    await user.click(dialog.getByRole('button', { name: texts.diagnostics.copy }));
    expect(await navigator.clipboard.readText()).toMatch(/^# Buildtray diagnostics/);
    await user.click(dialog.getByRole('button', { name: texts.diagnostics.save }));
    expect(await dialog.findByRole('button', { name: texts.diagnostics.saved })).toBeDefined();
  });

  it('shows that the report is being made, and why it could not be saved', async () => {
    let finish: (text: string) => void = () => {};
    main.answer({
      preferences: {
        diagnose: () =>
          new Promise((resolve) => {
            finish = resolve;
          }),
        saveDiagnostics: () => ({ ok: false, problem: 'The disk is full.' }),
      },
    });
    const user = await openPage('preferences');
    await user.click(screen.getByRole('button', { name: texts.showDiagnostics }));
    expect(await screen.findByText(texts.diagnostics.collecting)).toBeDefined();
    finish('# Report');
    await user.click(await screen.findByRole('button', { name: texts.diagnostics.save }));
    expect(await screen.findByText('The disk is full.')).toBeDefined();
    expect(screen.queryByRole('button', { name: texts.diagnostics.saved })).toBeNull();
  });

  it('shows the licences of the libraries', async () => {
    const user = await openPage('preferences');
    await user.click(screen.getByRole('button', { name: texts.showLicences }));
    const dialog = within(await screen.findByRole('dialog', { name: texts.licences }));
    expect(await dialog.findByText(/zod/)).toBeDefined();
  });
});
