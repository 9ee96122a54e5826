import { api } from './api.ts';
import { type Snapshot, type SnapshotSource, useSnapshot } from './use-snapshot.ts';

/** Loads something of a worker's builds, and again whenever these have changed. */
export function useBuildsSnapshot<T>(
  workerId: string,
  source: Omit<SnapshotSource<T>, 'follow'>,
): Snapshot<T> {
  return useSnapshot({
    ...source,
    follow: ({ reload }) =>
      api.builds.changed((changed) => {
        if (changed === workerId) void reload();
      }),
  });
}
