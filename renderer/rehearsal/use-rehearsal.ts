import type {
  RehearsalOutput,
  RehearsalView,
} from '../../main/contract/rehearsal/rehearsal-view.ts';
import { api } from '../components/api.ts';
import { type Snapshot, useSnapshot } from '../components/use-snapshot.ts';

/** How the rehearsal stands. */
export function useRehearsal(): Snapshot<RehearsalView> {
  return useSnapshot({
    key: 'rehearsal',
    load: () => api.rehearsal.snapshot(),
    follow: ({ put }) => api.rehearsal.changed(put),
  });
}

/** Everything that was printed since the start, oldest first; `run` differs for each rehearsal. */
export function useRehearsalOutput(run: number): readonly RehearsalOutput[] {
  const { value = NOTHING } = useSnapshot({
    key: String(run),
    load: () => api.rehearsal.recentOutput(),
    follow: ({ update }) =>
      api.rehearsal.printed((more) => update((before) => [...before, ...more])),
  });
  return value;
}

const NOTHING: readonly RehearsalOutput[] = [];
