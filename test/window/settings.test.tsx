import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { foreignProblem } from '../../main/contract/problem.ts';
import type { SettingsPage } from '../../main/contract/settings.ts';
import { settingFault } from '../../main/worker-settings/setting-fault.ts';
import { SAMPLE_PREFERENCES } from '../support/sample-preferences.ts';
import { main } from './support/main.ts';
import { fill, openPage, words } from './support/open-window.tsx';
import { sampleSettings, sampleView, sampleWorker } from './support/samples.ts';

const texts = words.settings;
const { fields } = texts;

/** Edits outlive the page: each test has a worker of its own. */
async function openSettings(
  id: string,
  page: SettingsPage = sampleSettings(),
  depth: keyof typeof texts.depths = 'all',
) {
  main.answer({ settings: { load: () => ({ ok: true, value: page }) } });
  const workers = [sampleWorker({ id }), sampleWorker({ id: 'other', workerName: 'ada-desktop' })];
  const user = await openPage('settings', sampleView({ workers }));
  await user.click(await screen.findByRole('radio', { name: texts.depths[depth] }));
  return user;
}

const field = (name: keyof typeof fields) =>
  screen.findByLabelText(fields[name].label, { selector: 'input:not([type=radio])' });
const saveButton = () => screen.getByRole('button', { name: words.common.save });

describe('the page of settings', () => {
  it('shows each group with the values of the file, in units that people think in', async () => {
    await openSettings('shows');
    expect(await field('host')).toHaveProperty('value', 'ci.example.org');
    expect(await field('keepalive')).toHaveProperty('value', '10 min');
    expect(await field('logSize')).toHaveProperty('value', '10 MB');
    const groups = screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent);
    expect(groups).toEqual(Object.values(ORDERED_GROUPS));
  });

  it('begins with what everybody may want to change, and whatever is not as usual', async () => {
    const page = sampleSettings();
    const settings = page.settings.map((view) =>
      view.name === 'maxdelay'
        ? { kind: 'set' as const, name: view.name, value: 60, line: 9 }
        : view,
    );
    const user = await openSettings('depths', { ...page, settings }, 'basic');
    expect(await field('host')).toBeDefined();
    expect(await field('maxdelay')).toHaveProperty('value', '1 min');
    expect(screen.queryByLabelText(fields.keepalive.label)).toBeNull();
    await user.click(screen.getByRole('button', { name: /^Show \d+ more settings$/ }));
    expect(main.argumentsOf('preferences.change')).toEqual([{ settingsDepth: 'all' }]);
    await user.clear(await field('keepalive'));
    await user.click(screen.getByRole('radio', { name: texts.depths.basic }));
    expect(await field('keepalive')).toHaveProperty('value', '');
  });

  it('shows a default where the value differs, and when a change applies where there is one', async () => {
    const user = await openSettings('quiet');
    const keepalive = await field('keepalive');
    expect(screen.queryByText(words.common.byDefault('10 min'))).toBeNull();
    expect(screen.queryByText(words.common.effects['apply-live'])).toBeNull();
    await fill(user, keepalive, '300');
    expect(screen.getByText('seconds (5 min)')).toBeDefined();
    expect(screen.getByText(words.common.byDefault('10 min'))).toBeDefined();
    expect(screen.getByText(words.common.effects['apply-live'])).toBeDefined();
    await user.tab();
    expect(keepalive).toHaveProperty('value', '5 min');
    await fill(user, keepalive, '600');
    await user.tab();
    expect(screen.queryByRole('button', { name: words.common.save })).toBeNull();
  });

  it('opens at the depth that was chosen last', async () => {
    const preferences = { ...SAMPLE_PREFERENCES, settingsDepth: 'all' as const };
    const workers = [sampleWorker({ id: 'deep' })];
    await openPage('settings', sampleView({ workers, preferences }));
    expect(await field('keepalive')).toBeDefined();
  });

  it('marks what is not saved in the navigation, beside its section and at another worker', async () => {
    const user = await openSettings('marks');
    await fill(user, await field('keepalive'), '5 min');
    await fill(user, await field('numcpus'), '2');
    const mark = texts.changes(2);
    const navigation = screen.getByRole('navigation', { name: words.shell.navigation });
    expect(within(navigation).getByRole('img', { name: mark })).toBeDefined();
    const link = within(navigation).getByRole('button', { name: texts.title });
    expect(link.getAttribute('aria-describedby')).toBe(
      within(navigation).getByRole('img', { name: mark }).id,
    );
    const sections = within(screen.getByRole('list', { name: texts.sections }));
    expect(sections.getAllByRole('img', { name: texts.changes(1) })).toHaveLength(2);
    await user.click(sections.getByRole('button', { name: new RegExp(texts.groups.behaviour) }));
    expect(document.activeElement?.textContent).toBe(texts.groups.behaviour);

    const workers = screen.getByRole('combobox', { name: words.shell.worker });
    await user.click(workers);
    await user.click(screen.getByRole('option', { name: 'ada-desktop' }));
    await field('host');
    expect(within(navigation).queryByRole('img', { name: mark })).toBeNull();
    await user.click(workers);
    await user.click(screen.getByRole('option', { name: texts.unsavedIn('ada-laptop') }));
    expect(await field('keepalive')).toHaveProperty('value', '5 min');
    await user.click(screen.getByRole('button', { name: texts.undoAll }));
    expect(within(navigation).queryByRole('img')).toBeNull();
  });

  it('saves what was changed, and nothing else', async () => {
    const user = await openSettings('saves');
    const keepalive = await field('keepalive');
    await fill(user, keepalive, '5 min');
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

  it('leads from what cannot be saved to its field, through a search that hides it', async () => {
    const user = await openSettings('leads', sampleSettings(), 'basic');
    await fill(user, await field('port'), '70000');
    await fill(user, screen.getByRole('textbox', { name: texts.search }), 'umask');
    expect(screen.queryByLabelText(fields.port.label)).toBeNull();
    await user.click(screen.getByRole('button', { name: fields.port.label }));
    await waitFor(async () => expect(document.activeElement).toBe(await field('port')));
  });

  it('leads from a value of the file that cannot be to its field', async () => {
    const page = sampleSettings();
    const fault = settingFault('port', 'many');
    if (fault === undefined) throw new Error('a port is a number');
    const settings = page.settings.map((view) =>
      view.name === 'port' ? { kind: 'unusable' as const, name: view.name, line: 3, fault } : view,
    );
    const user = await openSettings('unusable', { ...page, settings }, 'basic');
    await user.click(await screen.findByRole('button', { name: fields.port.label }));
    await waitFor(async () => expect(document.activeElement).toBe(await field('port')));
  });

  it('shows beside a field why main has refused it', async () => {
    const problem = { kind: 'refused', name: 'host', sentence: 'No such machine.' } as const;
    main.answer({ settings: { save: () => ({ ok: false, problem }) } });
    const user = await openSettings('refused');
    await fill(user, await field('host'), 'ci.example.invalid');
    await user.click(saveButton());
    expect((await screen.findByRole('alert')).textContent).toBe('No such machine.');
    await waitFor(async () => expect(document.activeElement).toBe(await field('host')));
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
            comesTo: { value: 300, from: ['/srv/k'] },
            problem: foreignProblem('Code computes it.'),
          }
        : view,
    );
    await openSettings('computed', { ...page, settings });
    const computed = within(await screen.findByRole('region', { name: fields.keepalive.label }));
    expect(computed.getByText('int(open("k").read())')).toBeDefined();
    expect(computed.getByText(texts.comesTo('300', ['/srv/k']))).toBeDefined();
    expect(computed.getByRole('button', { name: texts.writeInstead('300') })).toBeDefined();
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
