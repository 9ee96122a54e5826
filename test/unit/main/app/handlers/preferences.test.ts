import { expect, it } from 'vitest';
import { preferencesHandlers } from '../../../../../main/app/handlers/preferences.ts';
import { problem } from '../../../../../main/contract/problem.ts';
import type { Autostart } from '../../../../../main/desktop/autostart/autostart.ts';
import { failed, succeeded } from '../../../../../main/lib/outcome.ts';
import { SettingsStore } from '../../../../../main/settings/settings-store.ts';
import { textsIn } from '../../../../../main/texts/texts.ts';

/** Preferences over an autostart that notes how it is turned on. */
function handlersWith({ isOn = false, isBroken = false } = {}) {
  const settings = new SettingsStore({ read: () => ({}), write: () => {}, setAside: () => '' });
  const turned: string[] = [];
  const reason = { kind: 'not-utf-8' } as const;
  const turn = async (how: string) => {
    turned.push(how);
    return isBroken
      ? failed(problem('files.cannotWrite', { path: '/e', reason }))
      : succeeded(undefined);
  };
  const autostart: Autostart = {
    isOn: async () => isOn,
    turnOn: (isHidden) => turn(isHidden ? 'on, hidden' : 'on'),
    turnOff: () => turn('off'),
  };
  const handlers = preferencesHandlers({
    settings,
    autostart,
    outputs: { tidy: () => turned.push('tidied') },
    diagnostics: {
      make: async (workerId) => `report of ${workerId}`,
      save: async () => turn('saved').then((saved) => (saved.ok ? succeeded(true) : saved)),
    },
    texts: () => textsIn('de'),
    licencesPath: 'LICENSE',
  });
  return { handlers, settings, turned };
}

it('a change is kept with the other preferences', async () => {
  const { handlers, settings, turned } = handlersWith({ isOn: true });
  const before = settings.current.preferences;
  expect(await handlers.change({ theme: 'dark' })).toEqual(succeeded(undefined));
  expect(settings.current.preferences).toEqual({ ...before, theme: 'dark' });
  expect(turned).toEqual([]);
});

it.each([
  [true, ['on']],
  [false, []],
])(
  'whether the window opens at login changes the entry, where it is on: %s',
  async (isOn, wanted) => {
    const { handlers, turned } = handlersWith({ isOn });
    await handlers.change({ startHidden: false });
    await handlers.change({ startHidden: false });
    expect(turned).toEqual(wanted);
  },
);

it('starts at login as the preferences say, or reports why not', async () => {
  const { handlers, turned } = handlersWith();
  expect(await handlers.setStartsAtLogin(true)).toEqual(succeeded(undefined));
  expect(await handlers.setStartsAtLogin(false)).toEqual(succeeded(undefined));
  expect(turned).toEqual(['on, hidden', 'off']);
  const broken = handlersWith({ isBroken: true }).handlers;
  const sentence = expect.stringMatching(/^\/e lässt sich nicht/);
  expect(await broken.setStartsAtLogin(true)).toEqual(failed(sentence));
});

it('the notice about the tray stays dismissed', () => {
  const { handlers, settings } = handlersWith();
  handlers.dismissTrayNotice();
  expect(settings.current.hasReadTrayNotice).toBe(true);
});

it('the licences are those of the file that the build made', async () => {
  expect(await handlersWith().handlers.licences()).toContain('MIT');
});

it('a bound of what is kept of output applies at once', async () => {
  const { handlers, turned } = handlersWith({ isOn: false });
  await handlers.change({ theme: 'dark' });
  expect(turned).toEqual([]);
  await handlers.change({ keptOutputBytes: 50_000_000 });
  await handlers.change({ keptOutputDays: 7 });
  await handlers.change({ keptOutputs: 'none' });
  expect(turned).toEqual(['tidied', 'tidied', 'tidied']);
});

it('makes a report and saves it, or reports why not', async () => {
  const { handlers } = handlersWith();
  expect(await handlers.diagnose('w1')).toBe('report of w1');
  expect(await handlers.saveDiagnostics()).toEqual(succeeded(true));
  const broken = await handlersWith({ isBroken: true }).handlers.saveDiagnostics();
  expect(broken).toMatchObject({ ok: false, problem: expect.stringContaining('/e') });
});
