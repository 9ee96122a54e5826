import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { foreignProblem } from '../../main/contract/problem.ts';
import type { SettingsPage } from '../../main/contract/settings.ts';
import { main } from './support/main.ts';
import { fill, openPage, words } from './support/open-window.tsx';
import { sampleSettings, sampleView, sampleWorker } from './support/samples.ts';

const texts = words.settings;
const { fields } = texts;

/** Edits outlive the page: each test has a worker of its own. */
function openSettings(id: string, page: SettingsPage = sampleSettings()) {
  main.answer({ settings: { load: () => ({ ok: true, value: page }) } });
  return openPage('settings', sampleView({ workers: [sampleWorker({ id })] }));
}

const field = (name: keyof typeof fields) =>
  screen.findByLabelText(fields[name].label, { selector: 'input:not([type=radio])' });
const saveButton = () => screen.getByRole('button', { name: words.common.save });

describe('the page of settings', () => {
  it('shows each group with the values of the file and their defaults', async () => {
    await openSettings('shows');
    expect(await field('host')).toHaveProperty('value', 'ci.example.org');
    expect(await field('keepalive')).toHaveProperty('value', '600');
    const groups = screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent);
    expect(groups).toEqual(Object.values(ORDERED_GROUPS));
  });

  it('saves what was changed, and nothing else', async () => {
    const user = await openSettings('saves');
    const keepalive = await field('keepalive');
    await fill(user, keepalive, '300');
    await user.click(await field('useTls'));
    await fill(user, await field('tlsPin'), 'sha256:00');
    await user.click(saveButton());
    expect(main.argumentsOf('settings.save')).toEqual([
      {
        workerId: 'saves',
        version: '1',
        settings: { keepalive: 300, useTls: true },
        extras: { tlsPin: 'sha256:00' },
      },
    ]);
    expect(await screen.findByText(words.common.savedNote.saved)).toBeDefined();
  });

  it('explains a value that cannot be, and does not save it', async () => {
    const user = await openSettings('faulty');
    const port = await field('port');
    await fill(user, port, '70000');
    expect((await screen.findByRole('alert')).textContent).toBe('Enter a number from 1 to 65,535.');
    expect(saveButton()).toHaveProperty('disabled', true);
  });

  it('shows beside a field why main has refused it', async () => {
    const problem = { kind: 'refused', name: 'host', sentence: 'No such machine.' } as const;
    main.answer({ settings: { save: () => ({ ok: false, problem }) } });
    const user = await openSettings('refused');
    await fill(user, await field('host'), 'ci.example.invalid');
    await user.click(saveButton());
    expect((await screen.findByRole('alert')).textContent).toBe('No such machine.');
  });

  it('keeps the edits when somebody else has changed the file', async () => {
    const problem = { kind: 'changed-meanwhile' } as const;
    main.answer({ settings: { save: () => ({ ok: false, problem }) } });
    const user = await openSettings('changed');
    await fill(user, await field('host'), 'ci.example.invalid');
    await user.click(saveButton());
    expect((await screen.findByRole('alert')).textContent).toBe(texts.changedMeanwhile);
    expect(await field('host')).toHaveProperty('value', 'ci.example.invalid');
  });

  it('finds settings by their words', async () => {
    const user = await openSettings('finds');
    await fill(user, await screen.findByRole('textbox', { name: texts.search }), 'umask');
    expect(await field('umask')).toBeDefined();
    expect(screen.queryByLabelText(fields.host.label)).toBeNull();
  });

  it('names the master in one of two ways', async () => {
    const user = await openSettings('way');
    await field('host');
    await user.click(screen.getByRole('radio', { name: texts.byString }));
    expect(await field('connectionString')).toHaveProperty(
      'value',
      'tcp:host=ci.example.org:port=9989',
    );
    expect(screen.queryByLabelText(fields.host.label)).toBeNull();
  });

  it('shows what code computes and leaves it alone', async () => {
    const page = sampleSettings();
    const settings = page.settings.map((view) =>
      view.name === 'keepalive'
        ? {
            kind: 'computed' as const,
            name: view.name,
            line: 7,
            code: 'int(open("k").read())',
            problem: foreignProblem('Code computes it.'),
          }
        : view,
    );
    await openSettings('computed', { ...page, settings });
    const computed = within(await screen.findByRole('region', { name: fields.keepalive.label }));
    expect(computed.getByText('int(open("k").read())')).toBeDefined();
    expect(computed.queryByRole('textbox')).toBeNull();
  });

  it('shows what the file does and is not done, and the switch that applies its environment', async () => {
    const warnings = ['Line 3 changes the environment of builds (A).', 'Line 4 sets the umask.'];
    const user = await openSettings('effects', sampleSettings({ warnings }));
    const environment = await field('tacEnvironment');
    for (const sentence of warnings) expect(screen.getByText(sentence)).toBeDefined();
    expect(environment).toHaveProperty('checked', false);
    await user.click(environment);
    await user.click(saveButton());
    expect(main.argumentsOf('settings.save')).toContainEqual(
      expect.objectContaining({ workerId: 'effects', settings: { tacEnvironment: true } }),
    );
  });

  it('shows the lines that saving would change', async () => {
    const user = await openSettings('lines');
    const keepalive = await field('keepalive');
    await fill(user, keepalive, '300');
    await user.click(screen.getByRole('button', { name: texts.showChanges }));
    const changes = await screen.findByTestId('changes');
    expect(changes.textContent).toContain('-keepalive = 600');
    expect(changes.textContent).toContain('+keepalive = 300');
  });

  it('reports a file that cannot be read', async () => {
    main.answer({ settings: { load: () => ({ ok: false, problem: 'It is a directory.' }) } });
    await openPage('settings', sampleView({ workers: [sampleWorker({ id: 'unread' })] }));
    expect((await screen.findByRole('alert')).textContent).toBe('It is a directory.');
  });
});

const { master, login, behaviour, builds, log, extras } = texts.groups;
const ORDERED_GROUPS = { master, login, behaviour, builds, log, extras };
