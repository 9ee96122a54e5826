import { describe, expect, it } from 'vitest';
import { foreignProblem } from '../../../../main/contract/problem.ts';
import type { WorkerStatus } from '../../../../main/contract/worker/worker-status.ts';
import { textsIn } from '../../../../main/texts/texts.ts';
import { type MenuRow, menuFrom, tooltipFrom } from '../../../../main/tray/menu-from.ts';

const problem = { kind: 'refused', problem: foreignProblem('no') } as const;
const drain = { kind: 'draining', since: 0, builders: ['linux'], commands: [] } as const;
const STATES = {
  stopped: { kind: 'stopped', why: undefined },
  connecting: { kind: 'connecting', attempt: 1, retryAt: undefined, problem: undefined },
  idle: { kind: 'idle', builders: [] },
  building: { kind: 'building', builders: ['linux'], commands: [] },
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
    ['connecting', ['Try again now', 'Disconnect', 'Pause', '(Resume)', 'Shut down gracefully']],
    ['idle', ['Disconnect', 'Pause', '(Resume)', 'Shut down gracefully']],
    ['building', ['Disconnect', 'Pause', '(Resume)', 'Shut down gracefully']],
    [
      'pausing',
      ['Disconnect', 'Pause', 'Resume', 'Shut down gracefully', 'Cancel pause', 'Stop now…'],
    ],
    [
      'shutting down',
      ['Disconnect', 'Pause', '(Resume)', 'Shut down gracefully', 'Cancel shutdown', 'Stop now…'],
    ],
    ['paused', ['Connect', 'Pause', 'Resume', 'Shut down gracefully']],
    ['error', ['Try again now', 'Disconnect', 'Pause', '(Resume)', 'Shut down gracefully']],
  ])('of a worker that is %s', (state, rows) => {
    const frame = (middle: string[]) => [
      '(It does so.)',
      '-',
      ...middle,
      '-',
      'Open window',
      'Quit',
    ];
    expect(shown(menuFrom(viewOf(STATES[state]), TEXTS))).toEqual(frame(rows));
  });

  it('offers no more than a window before there is a worker', () => {
    const sentence = 'No worker yet: open the window to add one';
    expect(shown(menuFrom(NO_WORKERS, TEXTS))).toEqual([
      `(${sentence})`,
      '-',
      'Open window',
      'Quit',
    ]);
    expect(tooltipFrom(NO_WORKERS, TEXTS)).toBe(sentence);
  });

  it('gives each of several workers a submenu, below the sentence of the worst', () => {
    const view = viewOf(STATES.idle, STATES.error);
    const rows = menuFrom(view, TEXTS);
    expect(shown(rows)).toEqual([
      '(worker a2: It does so.)',
      '-',
      'worker a1',
      'worker a2',
      '-',
      'Open window',
      'Quit',
    ]);
    expect(tooltipFrom(view, TEXTS)).toBe('worker a2: It does so.');
    const [first] = rows.filter((row) => row.kind === 'submenu');
    expect(shown(first?.rows ?? []).slice(0, 3)).toEqual(['(It does so.)', '-', 'Disconnect']);
    expect(first?.rows).toContainEqual(
      expect.objectContaining({
        action: { kind: 'request', workerId: 'a1', request: { kind: 'disconnect' } },
      }),
    );
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
    '(Disconnect)',
    '(Pause)',
    '(Resume)',
    '(Shut down gracefully)',
  ]);
});

describe('a rehearsal', () => {
  const rehearsal = { status: STATES.building, sentence: 'Building sample' };

  it('is all that is shown while there is no worker', () => {
    const view = { ...NO_WORKERS, rehearsal };
    expect(tooltipFrom(view, TEXTS)).toBe('Rehearsal: Building sample');
    expect(shown(menuFrom(view, TEXTS))).toEqual([
      ...['(Rehearsal: Building sample)', '-'],
      ...['Show the rehearsal', 'Cancel the rehearsal', '-', 'Open window', 'Quit'],
    ]);
  });

  it('outranks a worker that idles, and gives way to one that needs the user', () => {
    const beside = (status: WorkerStatus) => ({ ...viewOf(status), rehearsal });
    expect(tooltipFrom(beside(STATES.idle), TEXTS)).toBe('Rehearsal: Building sample');
    expect(tooltipFrom(beside(STATES.error), TEXTS)).toBe('It does so.');
    expect(shown(menuFrom(beside(STATES.error), TEXTS)).slice(-6)).toEqual([
      ...['(Rehearsal: Building sample)', 'Show the rehearsal', 'Cancel the rehearsal'],
      ...['-', 'Open window', 'Quit'],
    ]);
  });
});
