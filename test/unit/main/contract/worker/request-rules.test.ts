import { describe, expect, it } from 'vitest';
import { foreignProblem } from '../../../../../main/contract/problem.ts';
import { offersIn, whyNotNow } from '../../../../../main/contract/worker/request-rules.ts';
import type { WorkerRequestKind } from '../../../../../main/contract/worker/worker-request.ts';
import type { WorkerStatus } from '../../../../../main/contract/worker/worker-status.ts';
import { SAMPLE_STATUSES } from '../../../../support/sample-statuses.ts';

const problem = { kind: 'refused', problem: foreignProblem('no') } as const;
const drain = { kind: 'draining', since: 0, builders: ['linux'], commands: [] } as const;
const STATES = {
  stopped: { kind: 'stopped', why: undefined },
  connecting: { kind: 'connecting', attempt: 1, retryAt: undefined, problem: undefined },
  idle: { kind: 'idle', builders: [] },
  building: { kind: 'building', builders: ['linux'], commands: [] },
  'still leaving': { kind: 'building', builders: [], commands: [], isStillLeaving: true },
  pausing: { ...drain, purpose: 'pause' },
  'shutting down': { ...drain, purpose: 'shut-down' },
  quitting: { ...drain, purpose: 'quit' },
  paused: { kind: 'paused', until: 'resumed' },
  error: { kind: 'error', problem, retryAt: undefined },
} as const satisfies Record<string, WorkerStatus>;
type State = keyof typeof STATES;

const ALL = Object.keys(STATES) as readonly State[];
const allBut = (...states: State[]): readonly State[] =>
  ALL.filter((state) => !states.includes(state));

describe('a request', () => {
  const ALLOWED: Readonly<Record<WorkerRequestKind, readonly State[]>> = {
    connect: ['stopped', 'connecting', 'paused', 'error'],
    disconnect: allBut('stopped', 'paused'),
    pause: allBut('stopped'),
    resume: ['pausing', 'paused'],
    'shut-down-gracefully': allBut('stopped'),
    'cancel-drain': ['pausing', 'shutting down', 'quitting'],
    'stop-now': allBut('stopped', 'paused'),
    stop: ALL,
    reconnect: ['idle', 'building', 'still leaving'],
    restart: allBut('pausing', 'shutting down', 'quitting'),
    'rotate-log': ALL,
  };

  it.each(Object.entries(ALLOWED) as [WorkerRequestKind, readonly State[]][])(
    'to %s is performed in %j alone',
    (kind, states) => {
      expect(ALL.filter((state) => whyNotNow({ kind }, STATES[state]) === undefined)).toEqual(
        states,
      );
    },
  );

  it('other than connect is refused where the directory cannot be used', () => {
    const lost = { kind: 'directory', problem: foreignProblem('/w does not exist.') } as const;
    const status = { kind: 'error', problem: lost, retryAt: undefined } as const;
    for (const kind of Object.keys(ALLOWED) as WorkerRequestKind[]) {
      expect(whyNotNow({ kind }, status)).toBe(kind === 'connect' ? undefined : 'no-directory');
    }
  });
});

describe('the window', () => {
  const labelsIn = (state: State) => offersIn(STATES[state], 'window').map(({ label }) => label);

  it.each<[State, readonly string[]]>([
    ['stopped', ['connect']],
    ['connecting', ['tryAgain', 'pause', 'shutDown', 'disconnect']],
    ['idle', ['pause', 'shutDown', 'disconnect']],
    ['still leaving', ['pause', 'reconnectNow', 'shutDown', 'disconnect']],
    ['paused', ['pause', 'resume', 'shutDown']],
    ['pausing', ['keepWorking', 'stopNow']],
    ['quitting', ['keepWorking', 'stopNow']],
  ])('offers for a worker that is %s: %j', (state, labels) => {
    expect(labelsIn(state)).toEqual(labels);
  });

  it.each(SAMPLE_STATUSES)('offers nothing that would be refused: %j', (status) => {
    const offers = offersIn(status, 'window');
    expect(offers.length).toBeGreaterThan(0);
    for (const { refusal } of offers) expect(refusal).toBeUndefined();
  });

  it.each(ALL)('has one main button at most, and few usual ones, in the state %s', (state) => {
    const weights = offersIn(STATES[state], 'window').map(({ weight }) => weight);
    expect(weights.filter((weight) => weight === 'main').length).toBeLessThan(2);
    expect(weights.filter((weight) => weight === 'usual').length).toBeLessThan(3);
  });

  it.each(ALL)('offers no two ways to the same end in the state %s', (state) => {
    for (const place of ['window', 'tray'] as const) {
      const allowed = offersIn(STATES[state], place).filter(({ refusal }) => refusal === undefined);
      const ends = allowed.flatMap((offer) =>
        'request' in offer && ['connect', 'resume', 'cancel-drain'].includes(offer.request.kind)
          ? offer.label
          : [],
      );
      expect(ends.length).toBeLessThan(2);
    }
  });
});
