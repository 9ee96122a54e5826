import { Text, VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, useId, useState } from 'react';
import type { BuildSummary } from '../../main/contract/builds/build-history.ts';
import type { WorkerView } from '../../main/contract/worker/worker-view.ts';
import { api } from '../components/api.ts';
import { useApp } from '../components/app-context.tsx';
import { useBuildsSnapshot } from '../components/use-builds-snapshot.ts';

const SHOWN = 30;
/** So that the shortest build can be seen and clicked. */
const LEAST_HEIGHT = 0.3;

/** The last builds of a worker, oldest first: how each went and how long it took; a click opens one. */
export function RecentBuilds({ worker }: { readonly worker: WorkerView }) {
  const { texts, go } = useApp();
  const { value } = useBuildsSnapshot(worker.id, {
    key: worker.id,
    load: () => api.builds.find({ workerId: worker.id, ...EVERY, offset: 0, limit: SHOWN }),
  });
  if (value === undefined) return null;
  if (value.builds.length === 0) {
    if (worker.status.kind !== 'idle') return null;
    return (
      <Text size="sm" className="quiet" data-testid="nothing-runs">
        {texts.overview.nothingRuns}
      </Text>
    );
  }
  return (
    <Strip
      builds={value.builds.toReversed()}
      onChoose={(buildId) => go('builds', { workerId: worker.id, buildId })}
    />
  );
}

const EVERY = { builderName: undefined, outcome: undefined, text: '' };

interface StripProps {
  /** Oldest first. */
  readonly builds: readonly BuildSummary[];
  readonly onChoose: (buildId: string) => void;
}

function Strip({ builds, onChoose }: StripProps) {
  const { texts } = useApp();
  const helpId = useId();
  const [wanted, setWanted] = useState<string>();
  // One is reached by Tab, the others from there by arrow keys.
  const reached = builds.find(({ id }) => id === wanted) ?? builds.at(-1);
  const longestMs = Math.max(...builds.map((build) => durationOf(build)), 1);
  const pressed = ({ key, currentTarget }: KeyboardEvent<HTMLElement>): void => {
    const bars = [...currentTarget.querySelectorAll('button')];
    const at = builds.findIndex(({ id }) => id === reached?.id);
    if (key === 'ArrowLeft') bars[at - 1]?.focus();
    if (key === 'ArrowRight') bars[at + 1]?.focus();
  };
  return (
    <div>
      <Text size="xs" className="quiet" mb="xxs">
        {texts.overview.lastBuilds}
      </Text>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form */}
      <div
        className="strip"
        role="group"
        aria-label={texts.overview.lastBuilds}
        aria-describedby={helpId}
        onKeyDown={pressed}
      >
        {builds.map((build) => {
          const label = labelOf(build, texts);
          const height = LEAST_HEIGHT + (1 - LEAST_HEIGHT) * (durationOf(build) / longestMs);
          return (
            <button
              key={build.id}
              type="button"
              className="strip-build"
              tabIndex={build.id === reached?.id ? 0 : -1}
              aria-label={label}
              title={label}
              onFocus={() => setWanted(build.id)}
              onClick={() => onChoose(build.id)}
            >
              <span
                className={`strip-bar strip-${build.outcome}`}
                style={{ height: `${height * 100}%` }}
              />
            </button>
          );
        })}
      </div>
      <VisuallyHidden id={helpId}>{texts.builds.timeline.keys}</VisuallyHidden>
    </div>
  );
}

/** Of one that runs as long as it has been known: it is drawn again when something has happened. */
function durationOf({ startedAt, endedAt = Date.now() }: BuildSummary): number {
  return endedAt - startedAt;
}

function labelOf(build: BuildSummary, { builds }: ReturnType<typeof useApp>['texts']): string {
  const { id, builderName, outcome, startedAt, endedAt } = build;
  const bar = { buildId: id, builds: 1, outcome, startedAt, endedAt };
  return builds.timeline.bar(builderName, bar, Date.now());
}
