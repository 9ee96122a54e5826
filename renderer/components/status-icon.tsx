import type { WorkerStatusKind } from '../../main/contract/worker/worker-status.ts';

/** Shape and colour together, for those who cannot see one of them. */
const LOOKS: Readonly<
  Record<WorkerStatusKind, { readonly colour: string; readonly mark: string }>
> = {
  stopped: { colour: '#868e96', mark: 'M9 9h10v10H9z' },
  connecting: { colour: '#1971c2', mark: 'M8 14h2M13 14h2M18 14h2' },
  idle: { colour: '#2f9e44', mark: 'M8.5 14.5l4 4 7-8' },
  building: { colour: '#2f9e44', mark: 'M11 8.5l8 5.5-8 5.5z' },
  draining: { colour: '#e8590c', mark: 'M14 8v11M9 14.5l5 5 5-5' },
  paused: { colour: '#e8590c', mark: 'M11 9v10M17 9v10' },
  error: { colour: '#e03131', mark: 'M14 8v7M14 19v.5' },
};

/** The state as a sign; words beside it say the same. */
export function StatusIcon({ kind }: { readonly kind: WorkerStatusKind }) {
  const { colour, mark } = LOOKS[kind];
  return (
    <svg width="40" height="40" viewBox="0 0 28 28" aria-hidden="true">
      <circle cx="14" cy="14" r="13" fill={colour} />
      <path
        d={mark}
        fill="none"
        stroke="#fff"
        strokeWidth="2.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
