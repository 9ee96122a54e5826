import { expect, it } from 'vitest';
import { problem } from '../../../../main/contract/problem.ts';
import type { ControlStatus } from '../../../../main/control/control-status.ts';
import { stateSections } from '../../../../main/diagnostics/state-sections.ts';

const refused = problem('session.hasJustStopped');
const status: ControlStatus = {
  version: '1.2.3',
  pid: 7,
  host: 'tray',
  startedAt: 0,
  basedir: '/w',
  workerName: 'w1',
  master: 'ci:9989',
  protocol: 'pb',
  logPath: '/w/worker.log',
  status: {
    kind: 'building',
    builders: ['linux'],
    commands: [
      { commandId: '1', builderName: 'linux', name: 'shell', summary: 'make', startedAt: 1_000 },
    ],
  },
  lastHeardAt: 2_000,
  builders: ['linux', 'docs'],
  leftRunning: [8, 9],
};
const linesOf = (...options: Parameters<typeof stateSections>) =>
  stateSections(...options).map(({ lines }) => lines);

it('shows what a worker that runs does, and what it did before', () => {
  const states = [
    { at: 0, kind: 'error', problem: refused },
    { at: 1_000, kind: 'idle' },
  ] as const;
  expect(linesOf({ kind: 'answers', status, states }, 'late', 3_000)).toEqual([
    [
      'Building linux: make',
      'worker w1 of ci:9989, by pb',
      'process 7 of the tray app, Buildtray 1.2.3, since 1970-01-01T00:00:00.000Z',
      'master last heard at 1970-01-01T00:00:02.000Z',
      'builders: linux, docs',
      'linux runs make since 1970-01-01T00:00:01.000Z',
      'processes that could not be ended: 8, 9',
    ],
    [expect.stringMatching(/^1970-01-01T00:00:00\.000Z error: ./), '1970-01-01T00:00:01.000Z idle'],
  ]);
});

it('shows an error in full, and that an older version keeps no states', () => {
  const error = { kind: 'refused', problem: refused } as const;
  const bare: ControlStatus = {
    ...status,
    status: { kind: 'error', problem: error, retryAt: undefined },
  };
  const [now, before] = linesOf({ kind: 'answers', status: bare, states: undefined }, 'late', 0);
  expect(now).toContain('The worker has just stopped.');
  expect(before).toEqual(['none']);
});

it.each([
  [{ kind: 'none' } as const, 'not running'],
  [{ kind: 'silent', pid: 7 } as const, 'process 7 runs here and does not answer'],
  [
    { kind: 'buildbot-worker', pid: 7 } as const,
    'run by buildbot-worker (process 7), which does not show its state',
  ],
  [undefined, 'late'],
])('shows who else runs it: %j', (running, line) => {
  expect(linesOf(running, 'late', 0)).toEqual([[line]]);
});
