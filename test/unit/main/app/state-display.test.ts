import { expect, it } from 'vitest';
import { StateDisplay } from '../../../../main/app/state-display.ts';
import type { AppView } from '../../../../main/contract/app/app-view.ts';
import { textsIn } from '../../../../main/texts/texts.ts';
import type { TrayView } from '../../../../main/tray/menu-from.ts';
import { FakeClock } from '../../../support/fake-clock.ts';
import { SAMPLE_PREFERENCES } from '../../../support/sample-preferences.ts';

function displayed() {
  const clock = new FakeClock();
  const inTray: string[] = [];
  const inWindow: string[] = [];
  const inTaskbar: (number | undefined)[] = [];
  const state = { version: '1', isShown: true, progress: undefined as number | undefined };
  const display = new StateDisplay({
    clock,
    view: (): AppView => ({
      version: state.version,
      developmentRuntime: undefined,
      language: 'en',
      preferences: SAMPLE_PREFERENCES,
      hasTray: true,
      showsTrayNotice: false,
      rehearsal: undefined,
      workers: [],
    }),
    builds: () => ({ lastBuilds: [], progress: state.progress }),
    texts: () => textsIn('en'),
    isWindowShown: () => state.isShown,
    announce: ({ version }) => inWindow.push(version),
    showProgress: (progress) => inTaskbar.push(progress),
  });
  const tray = {
    show: (view: TrayView) => void inTray.push((view as AppView).version),
    dispose: () => void inTray.push('gone'),
  };
  return { clock, display, tray, state, inTray, inWindow, inTaskbar };
}

it('shows at once, and notifies the window of differences only', () => {
  const { clock, display, tray, state, inTray, inWindow } = displayed();
  display.start(tray);
  display.look();
  expect(inWindow).toEqual(['1']);
  state.version = '2';
  clock.advance(1_000);
  expect(inWindow).toEqual(['1', '2']);
  expect(inTray.at(-1)).toBe('2');
});

it('shows a window that comes back what it missed, though nothing changed since', () => {
  const { clock, display, tray, state, inWindow } = displayed();
  display.start(tray);
  state.isShown = false;
  state.version = '2';
  clock.advance(5_000);
  expect(inWindow).toEqual(['1']);
  state.isShown = true;
  display.windowShown();
  expect(inWindow).toEqual(['1', '2']);
  display.windowShown();
  expect(inWindow).toEqual(['1', '2', '2']);
});

it('shows nothing more once the app leaves, and takes the icon away at the end', () => {
  const { clock, display, tray, state, inTray } = displayed();
  display.start(tray);
  display.freeze();
  state.version = '2';
  display.look();
  clock.advance(10_000);
  expect(inTray).toEqual(['1']);
  display.dispose();
  expect([inTray, clock.pendingTimers]).toEqual([['1', 'gone'], 0]);
});

it('shows the taskbar how far the builds are, as it does the tray', () => {
  const { clock, display, tray, state, inTaskbar } = displayed();
  display.start(tray);
  state.progress = 0.5;
  clock.advance(1_000);
  state.progress = undefined;
  display.look();
  expect(inTaskbar).toEqual([undefined, 0.5, undefined]);
});
