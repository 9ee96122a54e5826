import { API_NAME, FILES_NAME } from '../../../main/contract/api.ts';
import type { AppView } from '../../../main/contract/app/app-view.ts';
import { main } from '../support/main.ts';
import { STATES } from './states.ts';

// The real window on a main process that answers as one of STATES says: `?overview#overview/w1`.
const state = STATES[location.search.slice(1)];
if (state === undefined) throw new Error(`no such state: ${location.search}`);
const { view, answers = {} } = state(Date.now());

main.answer({ ...answers, app: { snapshot: () => view } });
Object.assign(window, {
  [API_NAME]: main.api,
  [FILES_NAME]: { pathOf: () => undefined },
  setTheme: (theme: 'light' | 'dark') => main.emit('app.changed', inTheme(view, theme)),
});
await import('../../../renderer/window/main.tsx');

function inTheme(shown: AppView, theme: 'light' | 'dark'): AppView {
  return { ...shown, preferences: { ...shown.preferences, theme } };
}
