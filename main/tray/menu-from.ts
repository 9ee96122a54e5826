import type { Action } from '../contract/app/action.ts';
import type { RehearsingWorker } from '../contract/app/app-view.ts';
import { offersIn } from '../contract/worker/request-rules.ts';
import type { WorkerAction, WorkerRequest } from '../contract/worker/worker-request.ts';
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

/** Every worker that the icon represents. */
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

/** Every row, the state first; rows that are refused now stay in their places, disabled. */
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
  return offersIn(status, 'tray').map((offer): MenuRow => {
    const label = tray.requests[offer.label];
    const isEnabled = offer.refusal === undefined;
    const row = (text: string, request: WorkerRequest): MenuRow => {
      const action: WorkerAction = { kind: 'request', workerId: id, request };
      return { kind: 'action', label: text, action, isEnabled };
    };
    if ('request' in offer) return row(label, offer.request);
    const rows = offer.choices.map((choice) => row(tray.pauses[choice.label], choice.request));
    return { kind: 'submenu', label, isEnabled, rows };
  });
}
