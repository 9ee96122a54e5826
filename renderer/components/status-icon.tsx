import type { WorkerStatusKind } from '../../main/contract/worker/worker-status.ts';
import { SIGNS, TRAY } from './tray-shapes.tsx';
import './state-colours.css';

/** The state as a sign, as the tray shows it: shape and colour together. Words beside it say the same. */
export function StatusIcon({ kind }: { readonly kind: WorkerStatusKind }) {
  return (
    <svg
      className={`status-icon state-${kind}`}
      width="40"
      height="40"
      viewBox="0 0 22 22"
      aria-hidden="true"
    >
      <path className="status-tray" d={TRAY} />
      <g className="status-sign">{SIGNS[kind]}</g>
    </svg>
  );
}
