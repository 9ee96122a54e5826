import type { Action } from '../contract/app/action.ts';
import type { RehearsingWorker } from '../contract/app/app-view.ts';
import type { BuildSummary } from '../contract/builds/build-history.ts';
import { offersForAll } from '../contract/worker/offers-for-all.ts';
import { offersIn } from '../contract/worker/request-rules.ts';
import type { WorkerAction, WorkerRequest } from '../contract/worker/worker-request.ts';
import type { WorkerStatusKind } from '../contract/worker/worker-status.ts';
import type { WorkerView } from '../contract/worker/worker-view.ts';
import type { Texts } from '../texts/texts.ts';
import { rankOf } from './worst-of.ts';

/** What the tray shows of each worker, in the user's order; none before the first one was added. */
export interface TrayView {
  readonly workers: readonly TrayWorker[];
  /** The worker of a rehearsal, while there is one. */
  readonly rehearsal?: RehearsingWorker | undefined;
  /** Those that ended last, of all workers, newest first. */
  readonly lastBuilds?: readonly TrayBuild[];
  /** How far the builds that run are, from 0 to 1; undefined where nothing is known of them. */
  readonly progress?: number | undefined;
}

export type TrayWorker = Pick<WorkerView, 'id' | 'workerName' | 'status' | 'sentence'>;

/** A build that has ended, and the worker that ran it. */
export interface TrayBuild
  extends Pick<BuildSummary, 'id' | 'builderName' | 'outcome' | 'startedAt' | 'endedAt'> {
  readonly workerId: string;
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

/** Every worker that the icon represents. */
export function everybodyIn({
  workers,
  rehearsal,
}: TrayView): readonly (TrayWorker | RehearsingWorker)[] {
  return rehearsal === undefined ? workers : [...workers, rehearsal];
}

/**
 * The app by its name, with the sentence of its only worker, or with how many workers are in which
 * state: `Buildtray: 1 building, 2 idle`. A rehearsal counts while there is no other worker.
 */
export function tooltipFrom({ workers, rehearsal }: TrayView, texts: Texts): string {
  const { tray, status } = texts;
  const [only, ...others] = workers;
  if (only === undefined) {
    return tray.ofApp(
      rehearsal === undefined ? status.noWorker : texts.rehearsal.inTray(rehearsal.sentence),
    );
  }
  return tray.ofApp(others.length === 0 ? only.sentence : summaryOf(workers, texts));
}

const TITLE_STEPS = 20;

/** How far the builds are that run, in few steps; nothing while none does. */
export function titleFrom({ progress }: TrayView, { format }: Texts): string {
  if (progress === undefined) return '';
  return `${format.number((Math.floor(progress * TITLE_STEPS) / TITLE_STEPS) * 100)} %`;
}

/** How many workers are in each state, those first that need the user most. */
function summaryOf(workers: readonly TrayWorker[], { tray, format }: Texts): string {
  const counts = new Map<WorkerStatusKind, number>();
  for (const { status } of workers) counts.set(status.kind, (counts.get(status.kind) ?? 0) + 1);
  const kinds = [...counts].sort(([one], [other]) => rankOf(one) - rankOf(other));
  return kinds.map(([kind, count]) => format.plural(count, tray.counts(count)[kind])).join(', ');
}

/** Every row, the state first; rows that are refused now stay in their places, disabled. */
export function menuFrom(view: TrayView, texts: Texts): readonly MenuRow[] {
  const { tray } = texts;
  const rows = rowsOfWorkers(view, texts);
  return [
    { kind: 'text', label: tooltipFrom(view, texts) },
    SEPARATOR,
    ...(rows.length === 0 ? [] : [...rows, SEPARATOR]),
    ...lastBuildsRows(view, texts),
    ...rehearsalRows(view, texts),
    { kind: 'action', label: tray.openWindow, action: { kind: 'open-window' }, isEnabled: true },
    { kind: 'action', label: tray.quit, action: { kind: 'quit' }, isEnabled: true },
  ];
}

function rehearsalRows(view: TrayView, texts: Texts): readonly MenuRow[] {
  const { rehearsal, workers } = view;
  if (rehearsal === undefined) return [];
  const { inTray, show, cancelIt } = texts.rehearsal;
  const action: Action = { kind: 'open-window', page: 'rehearsal' };
  const isSaidAbove = workers.length === 0;
  const label = inTray(rehearsal.sentence);
  return [
    ...(isSaidAbove ? [] : [{ kind: 'text', label } as const]),
    { kind: 'action', label: show, action, isEnabled: true },
    { kind: 'action', label: cancelIt, action: { kind: 'cancel-rehearsal' }, isEnabled: true },
    SEPARATOR,
  ];
}

/** A row for each of the last builds; it opens the build. */
function lastBuildsRows({ lastBuilds = [], workers }: TrayView, texts: Texts): readonly MenuRow[] {
  if (lastBuilds.length === 0) return [];
  const rows = lastBuilds.map((build): MenuRow => {
    const { workerId, id: buildId } = build;
    const action: Action = { kind: 'open-window', page: 'builds', workerId, buildId };
    return { kind: 'action', label: buildLabel(build, workers, texts), action, isEnabled: true };
  });
  return [{ kind: 'submenu', label: texts.tray.lastBuilds, isEnabled: true, rows }, SEPARATOR];
}

/** Such as `linux: commands ok, 3 min 5 s, 14:05`; with several workers, whose it was. */
function buildLabel(
  { builderName, outcome, startedAt, endedAt = startedAt, workerId }: TrayBuild,
  workers: readonly TrayWorker[],
  { builds, format, status }: Texts,
): string {
  const facts = [
    builds.outcomes[outcome],
    format.duration(endedAt - startedAt),
    format.time(endedAt),
  ];
  const build = status.ofWorker(builderName, facts.join(', '));
  const worker = workers.find(({ id }) => id === workerId);
  return workers.length > 1 && worker ? `${worker.workerName}, ${build}` : build;
}

/** Of one worker its rows, of several a submenu each, and what is for all of them. */
function rowsOfWorkers({ workers }: TrayView, texts: Texts): readonly MenuRow[] {
  const [only, ...others] = workers;
  if (only === undefined) return [];
  if (others.length === 0) return workerRows(only, texts);
  const submenus = workers.map((worker): MenuRow => {
    const { workerName, sentence, status } = worker;
    const label = texts.status.ofWorker(workerName, texts.overview.states[status.kind]);
    const rows = [
      { kind: 'text', label: sentence } as const,
      SEPARATOR,
      ...workerRows(worker, texts),
    ];
    return { kind: 'submenu', label, isEnabled: true, rows };
  });
  return [...submenus, SEPARATOR, ...rowsForAll(workers, texts)];
}

/** Each is for those workers that take it now. */
function rowsForAll(workers: readonly TrayWorker[], { tray }: Texts): readonly MenuRow[] {
  return offersForAll(workers.map(({ status }) => status)).map((offer): MenuRow => {
    const { isAllowed: isEnabled } = offer;
    const row = (label: string, request: WorkerRequest): MenuRow => {
      return { kind: 'action', label, action: { kind: 'request-all', request }, isEnabled };
    };
    const label = tray[offer.label];
    if ('request' in offer) return row(label, offer.request);
    const rows = offer.choices.map((choice) => row(tray.pauses[choice.label], choice.request));
    return { kind: 'submenu', label, isEnabled, rows };
  });
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
