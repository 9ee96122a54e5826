import type { AppView } from '../../main/contract/app/app-view.ts';
import { api } from '../components/api.ts';
import { type Snapshot, useSnapshot } from '../components/use-snapshot.ts';

/** What main shows now, and whatever it changes to. */
export function useAppView(): Snapshot<AppView> {
  return useSnapshot({
    key: 'app',
    load: () => api.app.snapshot(),
    follow: ({ put }) => api.app.changed(put),
  });
}
