import { describe, expect, it } from 'vitest';
import type { BuildOutcome } from '../../../../main/contract/builds/build-history.ts';
import { foreignProblem } from '../../../../main/contract/problem.ts';
import type { WorkerStatus } from '../../../../main/contract/worker/worker-status.ts';
import { textsIn } from '../../../../main/texts/texts.ts';
import { type MenuRow, menuFrom, titleFrom, tooltipFrom } from '../../../../main/tray/menu-from.ts';

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
  paused: { kind: 'paused', until: 'resumed' },
  error: { kind: 'error', problem, retryAt: undefined },
} as const satisfies Record<string, WorkerStatus>;

const TEXTS = textsIn('en');
const worker = (status: WorkerStatus, id = 'a1') => ({
  id,
  status,
  workerName: `worker ${id}`,
  sentence: 'It does so.',
});
const viewOf = (...statuses: WorkerStatus[]) => ({
  workers: statuses.map((status, at) => worker(status, `a${at + 1}`)),
});
const NO_WORKERS = { workers: [] };

/** Rows as a user sees them; what cannot be chosen is in brackets. */
function shown(rows: readonly MenuRow[]): string[] {
  return rows.map((row) => {
    if (row.kind === 'separator') return '-';
    return row.kind !== 'text' && row.isEnabled ? row.label : `(${row.label})`;
  });
}

describe('the menu', () => {
  it.each<[keyof typeof STATES, string[]]>([
    ['stopped', ['Connect', '(Pause)', '(Resume)', '(Shut down gracefully)']],
    ['connecting', ['Try again now', 'Pause', '(Resume)', 'Shut down gracefully', 'Disconnect']],
    ['idle', ['Pause', '(Resume)', 'Shut down gracefully', 'Disconnect']],
    ['building', ['Pause', '(Resume)', 'Shut down gracefully', 'Disconnect']],
    [
      'still leaving',
      ['Pause', '(Resume)', 'Reconnect now…', 'Shut down gracefully', 'Disconnect'],
    ],
    ['pausing', ['Pause', 'Resume', 'Shut down gracefully', 'Stop now…']],
    ['shutting down', ['Pause', '(Resume)', 'Shut down gracefully', 'Keep working', 'Stop now…']],
    ['paused', ['Pause', 'Resume', 'Shut down gracefully']],
    ['error', ['Try again now', 'Pause', '(Resume)', 'Shut down gracefully', 'Disconnect']],
  ])('of a worker that is %s', (state, rows) => {
    const frame = (middle: string[]) => [
      '(Buildtray: It does so.)',
      '-',
      ...middle,
      '-',
      'Open window',
      'Quit',
    ];
    expect(shown(menuFrom(viewOf(STATES[state]), TEXTS))).toEqual(frame(rows));
  });

  it('offers no more than a window before there is a worker', () => {
    const sentence = 'Buildtray: No worker yet: open the window to add one';
    expect(shown(menuFrom(NO_WORKERS, TEXTS))).toEqual([
      `(${sentence})`,
      '-',
      'Open window',
      'Quit',
    ]);
    expect(tooltipFrom(NO_WORKERS, TEXTS)).toBe(sentence);
  });

  it('gives each of several workers a submenu with its state, below how many are in which', () => {
    const view = viewOf(STATES.idle, STATES.error, STATES.idle);
    const rows = menuFrom(view, TEXTS);
    expect(shown(rows)).toEqual([
      '(Buildtray: 1 needs your attention, 2 idle)',
      '-',
      'worker a1: Idle',
      'worker a2: Needs your attention',
      'worker a3: Idle',
      '-',
      'Pause all',
      '(Resume all)',
      '-',
      'Open window',
      'Quit',
    ]);
    expect(tooltipFrom(view, TEXTS)).toBe('Buildtray: 1 needs your attention, 2 idle');
    const [first] = rows.filter((row) => row.kind === 'submenu');
    expect(shown(first?.rows ?? []).slice(0, 3)).toEqual(['(It does so.)', '-', 'Pause']);
    expect(first?.rows).toContainEqual(
      expect.objectContaining({
        action: { kind: 'request', workerId: 'a1', request: { kind: 'disconnect' } },
      }),
    );
  });

  it.each(['en', 'de'] as const)('counts every state in words of its own in %s', (language) => {
    const texts = textsIn(language);
    const summaries = Object.values(STATES).flatMap((status) =>
      [2, 3].map((count) => tooltipFrom(viewOf(...Array(count).fill(status)), texts)),
    );
    for (const summary of summaries) expect(summary).toMatch(/^Buildtray: [23] \p{L}/u);
  });

  it.each<[keyof typeof STATES, keyof typeof STATES, readonly string[]]>([
    ['idle', 'paused', ['Pause all', 'Resume all']],
    ['paused', 'paused', ['(Pause all)', 'Resume all']],
    ['stopped', 'paused', ['(Pause all)', 'Resume all']],
    ['stopped', 'stopped', ['(Pause all)', '(Resume all)']],
    ['building', 'pausing', ['Pause all', 'Resume all']],
  ])('offers for all, of one %s and one %s: %j', (one, other, rows) => {
    const all = menuFrom(viewOf(STATES[one], STATES[other]), TEXTS);
    expect(shown(all).filter((label) => label.includes(' all'))).toEqual(rows);
  });

  it('asks all workers by one action', () => {
    const rows = menuFrom(viewOf(STATES.idle, STATES.paused), TEXTS);
    expect(rows).toContainEqual(
      expect.objectContaining({
        label: 'Resume all',
        action: { kind: 'request-all', request: { kind: 'resume' } },
      }),
    );
    const pause = rows.find((row) => row.kind === 'submenu' && row.label === 'Pause all');
    expect(pause).toMatchObject({
      rows: [
        { action: { kind: 'request-all', request: { kind: 'pause', how: 'until-resumed' } } },
        { action: { request: { how: 'one-hour' } } },
        { action: { request: { how: 'until-tomorrow' } } },
      ],
    });
  });

  it('requests the pause that was chosen', () => {
    const pause = menuFrom(viewOf(STATES.idle), TEXTS).find((row) => row.kind === 'submenu');
    expect(pause?.rows).toMatchObject([
      { label: 'Until I resume', action: { request: { kind: 'pause', how: 'until-resumed' } } },
      { label: '1 hour', action: { request: { kind: 'pause', how: 'one-hour' } } },
      { label: 'Until tomorrow', action: { request: { kind: 'pause', how: 'until-tomorrow' } } },
    ]);
  });
});

it('offers nothing but another try when the directory cannot be used', () => {
  const lost = { kind: 'directory', problem: foreignProblem('/w does not exist.') } as const;
  const status = { kind: 'error', problem: lost, retryAt: undefined } as const;
  expect(shown(menuFrom(viewOf(status), TEXTS)).slice(2, 7)).toEqual([
    'Try again now',
    '(Pause)',
    '(Resume)',
    '(Shut down gracefully)',
    '(Disconnect)',
  ]);
});

it('has a title while something is known of the builds that run, in few steps', () => {
  expect(titleFrom(viewOf(STATES.idle), TEXTS)).toBe('');
  const at = (progress: number) => titleFrom({ ...viewOf(STATES.building), progress }, TEXTS);
  expect([0.449, 0.45, 1].map(at)).toEqual(['40 %', '45 %', '100 %']);
});

describe('the last builds', () => {
  const build = (outcome: BuildOutcome, workerId = 'a1') => ({
    workerId,
    id: 'b7',
    builderName: 'linux',
    outcome,
    startedAt: new Date(2026, 10, 28, 9, 0).getTime(),
    endedAt: new Date(2026, 10, 28, 9, 3).getTime(),
  });
  const rowsOf = (view: Parameters<typeof menuFrom>[0]) =>
    menuFrom(view, TEXTS).find((row) => row.kind === 'submenu' && row.label === 'Last builds');

  it('are listed with their outcomes, and open the page of their worker', () => {
    const row = rowsOf({ ...viewOf(STATES.idle), lastBuilds: [build('errors'), build('ok')] });
    const outcomes = TEXTS.builds.outcomes;
    expect(row).toMatchObject({
      rows: [
        {
          label: `linux: ${outcomes.errors}, 3 min, 09:03`,
          action: { kind: 'open-window', page: 'builds', workerId: 'a1', buildId: 'b7' },
        },
        { label: `linux: ${outcomes.ok}, 3 min, 09:03` },
      ],
    });
  });

  it('say whose they are where there are several workers', () => {
    const lastBuilds = [build('ok', 'a2')];
    expect(rowsOf({ ...viewOf(STATES.idle, STATES.idle), lastBuilds })).toMatchObject({
      rows: [{ label: expect.stringMatching(/^worker a2, linux: /) }],
    });
  });

  it('are no row before the first one', () => {
    expect(rowsOf({ ...viewOf(STATES.idle), lastBuilds: [] })).toBeUndefined();
  });
});

describe('a rehearsal', () => {
  const rehearsal = { status: STATES.building, sentence: 'Building sample' };

  it('is all that is shown while there is no worker', () => {
    const view = { ...NO_WORKERS, rehearsal };
    expect(tooltipFrom(view, TEXTS)).toBe('Buildtray: Rehearsal: Building sample');
    expect(shown(menuFrom(view, TEXTS))).toEqual([
      ...['(Buildtray: Rehearsal: Building sample)', '-'],
      ...['Show the rehearsal', 'Cancel the rehearsal', '-', 'Open window', 'Quit'],
    ]);
  });

  it('has rows of its own below those of a worker', () => {
    const view = { ...viewOf(STATES.idle), rehearsal };
    expect(tooltipFrom(view, TEXTS)).toBe('Buildtray: It does so.');
    expect(shown(menuFrom(view, TEXTS)).slice(-6)).toEqual([
      ...['(Rehearsal: Building sample)', 'Show the rehearsal', 'Cancel the rehearsal'],
      ...['-', 'Open window', 'Quit'],
    ]);
  });
});
