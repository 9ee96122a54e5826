import type { Action, PauseLength } from '../contract/contract.ts';
import { whyNotNow } from '../contract/why-not-now.ts';
import type { WorkerStatus } from '../contract/worker-status.ts';
import { NO_WORKER_SENTENCE } from './sentence.ts';

/** What the tray shows. */
export interface TrayView {
  /** Undefined before the first worker was added. */
  readonly worker: { readonly status: WorkerStatus; readonly sentence: string } | undefined;
}

export type MenuRow =
  | { readonly kind: 'text'; readonly label: string }
  | { readonly kind: 'separator' }
  | {
      readonly kind: 'action';
      readonly label: string;
      readonly action: Action;
      readonly isEnabled: boolean;
    }
  | {
      readonly kind: 'submenu';
      readonly label: string;
      readonly isEnabled: boolean;
      readonly rows: readonly MenuRow[];
    };

const SEPARATOR = { kind: 'separator' } as const;

const PAUSE_LABELS: Readonly<Record<PauseLength, string>> = {
  'until-resumed': 'Until I resume',
  'one-hour': '1 hour',
  'until-tomorrow': 'Until tomorrow',
};

export function tooltipFrom({ worker }: TrayView): string {
  return worker?.sentence ?? NO_WORKER_SENTENCE;
}

/** Every row, the state first; rows that cannot be had now stay in their places, disabled. */
export function menuFrom(view: TrayView): readonly MenuRow[] {
  return [
    { kind: 'text', label: tooltipFrom(view) },
    SEPARATOR,
    ...(view.worker === undefined ? [] : [...workerRows(view.worker.status), SEPARATOR]),
    { kind: 'action', label: 'Open window', action: { kind: 'open-window' }, isEnabled: true },
    { kind: 'action', label: 'Quit', action: { kind: 'quit' }, isEnabled: true },
  ];
}

function workerRows(status: WorkerStatus): readonly MenuRow[] {
  const row = (label: string, action: Action): MenuRow => ({
    ...{ kind: 'action', label, action },
    isEnabled: whyNotNow(action, status) === undefined,
  });
  return [
    ...connectionRows(status).map(([label, action]) => row(label, action)),
    {
      kind: 'submenu',
      label: 'Pause',
      isEnabled: whyNotNow({ kind: 'pause' }, status) === undefined,
      rows: pauseRows(),
    },
    row('Resume', { kind: 'resume' }),
    row('Shut down gracefully', { kind: 'shut-down-gracefully' }),
    ...drainRows(status).map(([label, action]) => row(label, action)),
  ];
}

type Entry = readonly [label: string, action: Action];

function connectionRows(status: WorkerStatus): readonly Entry[] {
  const connect: Entry = ['Connect', { kind: 'connect' }];
  const disconnect: Entry = ['Disconnect', { kind: 'disconnect' }];
  const isTrying = status.kind === 'connecting' || status.kind === 'error';
  if (isTrying) return [['Try again now', { kind: 'connect' }], disconnect];
  return status.kind === 'stopped' || status.kind === 'paused' ? [connect] : [disconnect];
}

function pauseRows(): readonly MenuRow[] {
  return (Object.entries(PAUSE_LABELS) as [PauseLength, string][]).map(([how, label]) => ({
    ...{ kind: 'action', label, isEnabled: true },
    action: { kind: 'pause', how },
  }));
}

function drainRows(status: WorkerStatus): readonly Entry[] {
  if (status.kind !== 'draining') return [];
  const what = status.purpose === 'pause' ? 'pause' : 'shutdown';
  return [
    [`Cancel ${what}`, { kind: 'cancel-drain', when: 'at-gap' }],
    ['Stop now', { kind: 'stop-now' }],
  ];
}
