import type { Problem } from '../problem.ts';
import { PAUSE_LENGTHS, type PauseLength } from './pause-length.ts';
import type { WorkerRequest, WorkerRequestKind } from './worker-request.ts';
import type { DrainPurpose, WorkerStatus, WorkerStatusKind } from './worker-status.ts';

/**
 * A status as far as requests differ by it: a drain to pause can be resumed, any other cannot; and one
 * that was cancelled goes on at the master until the worker attaches again.
 */
type State = Exclude<WorkerStatusKind, 'draining'> | 'pausing' | 'leaving' | 'still-leaving';

const DRAINS: Readonly<Record<DrainPurpose, State>> = {
  pause: 'pausing',
  'shut-down': 'leaving',
  quit: 'leaving',
};

/** Why a request is refused; the texts have a sentence for each. */
export const REFUSALS = [
  'attached',
  'draining',
  'not-draining',
  'not-paused',
  'no-directory',
  'stopped',
  'nothing-to-pause',
  'away',
  'not-attached',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** Why a request was not performed: its state refuses it, or it was attempted and failed. */
export type RequestProblem =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** The states that refuse a request, each with its reason; every other state takes it. */
const REFUSED: Readonly<Record<WorkerRequestKind, Readonly<Partial<Record<State, Refusal>>>>> = {
  connect: {
    idle: 'attached',
    building: 'attached',
    'still-leaving': 'attached',
    pausing: 'draining',
    leaving: 'draining',
  },
  disconnect: { stopped: 'stopped', paused: 'away' },
  pause: { stopped: 'nothing-to-pause' },
  resume: {
    stopped: 'not-paused',
    connecting: 'not-paused',
    idle: 'not-paused',
    building: 'not-paused',
    'still-leaving': 'not-paused',
    leaving: 'not-paused',
    error: 'not-paused',
  },
  'shut-down-gracefully': { stopped: 'stopped' },
  'cancel-drain': {
    stopped: 'not-draining',
    connecting: 'not-draining',
    idle: 'not-draining',
    building: 'not-draining',
    'still-leaving': 'not-draining',
    paused: 'not-draining',
    error: 'not-draining',
  },
  'stop-now': { stopped: 'stopped', paused: 'away' },
  stop: {},
  reconnect: {
    stopped: 'not-attached',
    connecting: 'not-attached',
    pausing: 'draining',
    leaving: 'draining',
    paused: 'not-attached',
    error: 'not-attached',
  },
  restart: { pausing: 'draining', leaving: 'draining' },
  'rotate-log': {},
};

/**
 * Why a request cannot be performed in this status; undefined when it can. `performRequest` asks this
 * for every door, menus and buttons for what they offer.
 */
export function whyNotNow(
  { kind }: { readonly kind: WorkerRequestKind },
  status: WorkerStatus,
): Refusal | undefined {
  if (status.kind === 'error' && status.problem.kind === 'directory') {
    return kind === 'connect' ? undefined : 'no-directory';
  }
  return REFUSED[kind][stateOf(status)];
}

/** What tray and window show for a request; the texts have the words. */
export type RequestLabel =
  | 'connect'
  | 'tryAgain'
  | 'disconnect'
  | 'pause'
  | 'resume'
  | 'shutDown'
  | 'keepWorking'
  | 'reconnectNow'
  | 'stopNow';

/** One request, or several to choose from. */
type Offered =
  | { readonly label: RequestLabel; readonly request: WorkerRequest }
  | { readonly label: RequestLabel; readonly choices: readonly OfferChoice[] };

export interface OfferChoice {
  readonly label: PauseLength;
  readonly request: WorkerRequest;
}

/** What most people want in a state, what they may want, and what few want: the window has that in a menu. */
export type OfferWeight = 'main' | 'usual' | 'rare';

/** A row of the tray's menu, which stays in its place where it is refused; in the window only what is allowed. */
type OfferRule = Offered & {
  readonly tray: readonly State[];
  readonly window: readonly State[];
  readonly weight: OfferWeight;
};

const TRYING: readonly State[] = ['connecting', 'error'];
const ATTACHED: readonly State[] = ['idle', 'building', 'still-leaving'];
const DRAINING: readonly State[] = ['pausing', 'leaving'];
/** Neither on the way out nor there already. */
const NOT_STOPPED: readonly State[] = ['paused', ...TRYING, ...ATTACHED];
const ALWAYS: readonly State[] = ['stopped', ...NOT_STOPPED, ...DRAINING];

/** In the order in which they are shown. */
const OFFERS: readonly OfferRule[] = [
  {
    label: 'connect',
    request: { kind: 'connect' },
    tray: ['stopped'],
    window: ['stopped'],
    weight: 'main',
  },
  {
    label: 'tryAgain',
    request: { kind: 'connect' },
    tray: TRYING,
    window: TRYING,
    weight: 'usual',
  },
  {
    label: 'pause',
    choices: PAUSE_LENGTHS.map((how) => ({ label: how, request: { kind: 'pause', how } })),
    tray: ALWAYS,
    window: NOT_STOPPED,
    weight: 'usual',
  },
  {
    label: 'resume',
    request: { kind: 'resume' },
    tray: ALWAYS,
    window: ['paused'],
    weight: 'main',
  },
  {
    label: 'reconnectNow',
    request: { kind: 'reconnect', when: 'now' },
    tray: ['still-leaving'],
    window: ['still-leaving'],
    weight: 'rare',
  },
  {
    label: 'shutDown',
    request: { kind: 'shut-down-gracefully' },
    tray: ALWAYS,
    window: NOT_STOPPED,
    weight: 'rare',
  },
  {
    label: 'disconnect',
    request: { kind: 'disconnect' },
    tray: [...TRYING, ...ATTACHED],
    window: [...TRYING, ...ATTACHED],
    weight: 'rare',
  },
  {
    label: 'keepWorking',
    request: { kind: 'cancel-drain', when: 'at-gap' },
    // To resume is the same.
    tray: ['leaving'],
    window: DRAINING,
    weight: 'main',
  },
  {
    label: 'stopNow',
    request: { kind: 'stop-now' },
    tray: DRAINING,
    window: DRAINING,
    weight: 'rare',
  },
];

/** What is offered for a worker. */
export type Offer = Offered & {
  readonly weight: OfferWeight;
  /** Why it is refused just now; undefined where it is allowed. */
  readonly refusal: Refusal | undefined;
};

/** What the tray's menu or the window offers in this status, in its order. */
export function offersIn(status: WorkerStatus, place: 'tray' | 'window'): readonly Offer[] {
  const state = stateOf(status);
  const offers = OFFERS.filter((offer) => offer[place].includes(state)).map((offer) =>
    offerIn(status, offer),
  );
  return place === 'tray' ? offers : offers.filter(({ refusal }) => refusal === undefined);
}

function offerIn(status: WorkerStatus, offer: OfferRule): Offer {
  const { label, weight } = offer;
  if ('request' in offer) {
    const { request } = offer;
    return { label, request, weight, refusal: whyNotNow(request, status) };
  }
  const { choices } = offer;
  const first = choices[0]?.request;
  return { label, choices, weight, refusal: first && whyNotNow(first, status) };
}

function stateOf(status: WorkerStatus): State {
  if (status.kind === 'draining') return DRAINS[status.purpose];
  return status.kind === 'building' && status.isStillLeaving ? 'still-leaving' : status.kind;
}
