import type { RehearsingWorker } from '../contract/app/app-view.ts';
import { whyNotNow } from '../contract/worker/why-not-now.ts';
import {
  type Action,
  PAUSE_LENGTHS,
  type WorkerAction,
  type WorkerWish,
} from '../contract/worker/worker-request.ts';
import type { WorkerStatus } from '../contract/worker/worker-status.ts';
import type { WorkerView } from '../contract/worker/worker-view.ts';
import type { Texts } from '../texts/texts.ts';
import { worstOf } from './worst-of.ts';

/** What the tray shows of each worker, in the user's order; none before the first one was added. */
export interface TrayView {
  readonly workers: readonly TrayWorker[];
  /** The worker of a rehearsal, while there is one. */
  readonly rehearsal?: RehearsingWorker | undefined;
}

export type TrayWorker = Pick<WorkerView, 'id' | 'workerName' | 'status' | 'sentence'>;

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

/** Every worker that an icon stands for. */
export function everybodyIn({
  workers,
  rehearsal,
}: TrayView): readonly (TrayWorker | RehearsingWorker)[] {
  return rehearsal === undefined ? workers : [...workers, rehearsal];
}

/** The sentence of the worker that needs the user most, named where there are several. */
export function tooltipFrom(view: TrayView, { status, rehearsal }: Texts): string {
  const worst = worstOf(everybodyIn(view));
  if (worst === undefined) return status.noWorker;
  if (!('workerName' in worst)) return rehearsal.inTray(worst.sentence);
  return view.workers.length === 1
    ? worst.sentence
    : status.ofWorker(worst.workerName, worst.sentence);
}

/** Every row, the state first; rows that cannot be had now stay in their places, disabled. */
export function menuFrom(view: TrayView, texts: Texts): readonly MenuRow[] {
  const { tray } = texts;
  const rows = rowsOfWorkers(view, texts);
  return [
    { kind: 'text', label: tooltipFrom(view, texts) },
    SEPARATOR,
    ...(rows.length === 0 ? [] : [...rows, SEPARATOR]),
    ...rehearsalRows(view, texts),
    { kind: 'action', label: tray.openWindow, action: { kind: 'open-window' }, isEnabled: true },
    { kind: 'action', label: tray.quit, action: { kind: 'quit' }, isEnabled: true },
  ];
}

function rehearsalRows(view: TrayView, texts: Texts): readonly MenuRow[] {
  const { rehearsal } = view;
  if (rehearsal === undefined) return [];
  const { inTray, show, cancelIt } = texts.rehearsal;
  const action: Action = { kind: 'open-window', page: 'rehearsal' };
  const label = inTray(rehearsal.sentence);
  const isSaidAbove = tooltipFrom(view, texts) === label;
  return [
    ...(isSaidAbove ? [] : [{ kind: 'text', label } as const]),
    { kind: 'action', label: show, action, isEnabled: true },
    { kind: 'action', label: cancelIt, action: { kind: 'cancel-rehearsal' }, isEnabled: true },
    SEPARATOR,
  ];
}

/** Of one worker its rows, of several a submenu each. */
function rowsOfWorkers({ workers }: TrayView, texts: Texts): readonly MenuRow[] {
  const [only, ...others] = workers;
  if (only === undefined) return [];
  if (others.length === 0) return workerRows(only, texts);
  return workers.map((worker) => ({
    kind: 'submenu',
    label: worker.workerName,
    isEnabled: true,
    rows: [{ kind: 'text', label: worker.sentence }, SEPARATOR, ...workerRows(worker, texts)],
  }));
}

function workerRows({ id, status }: TrayWorker, { tray }: Texts): readonly MenuRow[] {
  const row = (label: string, wish: WorkerWish): MenuRow => {
    const action: WorkerAction = { ...wish, workerId: id };
    return {
      kind: 'action',
      label,
      action,
      isEnabled: whyNotNow(wish, status) === undefined,
    };
  };
  return [
    ...connectionWishes(status, tray).map(([label, wish]) => row(label, wish)),
    {
      kind: 'submenu',
      label: tray.pause,
      isEnabled: whyNotNow({ kind: 'pause' }, status) === undefined,
      rows: PAUSE_LENGTHS.map((how) => row(tray.pauses[how], { kind: 'pause', how })),
    },
    row(tray.resume, { kind: 'resume' }),
    row(tray.shutDown, { kind: 'shut-down-gracefully' }),
    ...drainWishes(status, tray).map(([label, wish]) => row(label, wish)),
  ];
}

type Entry = readonly [label: string, wish: WorkerWish];

function connectionWishes(status: WorkerStatus, tray: Texts['tray']): readonly Entry[] {
  const connect: Entry = [tray.connect, { kind: 'connect' }];
  const disconnect: Entry = [tray.disconnect, { kind: 'disconnect' }];
  const isTrying = status.kind === 'connecting' || status.kind === 'error';
  if (isTrying) return [[tray.tryAgain, { kind: 'connect' }], disconnect];
  return status.kind === 'stopped' || status.kind === 'paused' ? [connect] : [disconnect];
}

function drainWishes(status: WorkerStatus, tray: Texts['tray']): readonly Entry[] {
  if (status.kind !== 'draining') return [];
  const cancel = status.purpose === 'pause' ? tray.cancelPause : tray.cancelShutdown;
  return [
    [cancel, { kind: 'cancel-drain', when: 'at-gap' }],
    [tray.stopNow, { kind: 'stop-now' }],
  ];
}
