import type { ReactNode } from 'react';
import type { WorkerStatusKind } from '../../main/contract/worker/worker-status.ts';

/** The same as in `assets/tray/`, by which the tray's icons are drawn; a test compares them. */
export const SIGNS: Readonly<Record<WorkerStatusKind, ReactNode>> = {
  stopped: <rect x="7" y="5" width="8" height="8" rx="1" />,
  connecting: (
    <>
      <circle cx="5.8" cy="9" r="1.9" />
      <circle cx="11" cy="9" r="1.9" />
      <circle cx="16.2" cy="9" r="1.9" />
    </>
  ),
  idle: (
    <path
      fillRule="evenodd"
      d="M11 2 16.6 5.25v6.5L11 15l-5.6-3.25v-6.5zM11 6.1a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 0 0 0-4.8z"
    />
  ),
  building: (
    <>
      <rect x="8" y="2" width="6" height="6" rx="1" />
      <rect x="4.5" y="9" width="6" height="6" rx="1" />
      <rect x="11.5" y="9" width="6" height="6" rx="1" />
    </>
  ),
  draining: <path d="M9.6 2.5h2.8V8h3.6L11 14.5 6 8h3.6z" />,
  paused: (
    <>
      <rect x="7" y="3" width="3" height="11" rx="0.8" />
      <rect x="12" y="3" width="3" height="11" rx="0.8" />
    </>
  ),
  error: (
    <>
      <path d="M8.9 2h4.2l-.6 8h-3z" />
      <circle cx="11" cy="13" r="1.9" />
    </>
  ),
};

export const TRAY = 'M2 12v5a2 2 0 0 0 2 2h14a2 2 0 0 0 2-2v-5';
