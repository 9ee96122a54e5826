import { expect, it } from 'vitest';
import { statusLines, waitsForText } from '../../../../../main/cli/running-worker/status-lines.ts';
import { foreignProblem } from '../../../../../main/contract/problem.ts';
import {
  type WorkerStatus,
  workerStatusSchema,
} from '../../../../../main/contract/worker/worker-status.ts';
import type { ControlStatus } from '../../../../../main/control/control-status.ts';
import { wordsIn } from '../../../../../main/texts/words.ts';

const ENGLISH = wordsIn('en');
const GERMAN = wordsIn('de');

const IDLE: ControlStatus = {
  version: '1',
  pid: 7,
  host: 'tray',
  startedAt: 0,
  basedir: '/w',
  workerName: 'w',
  master: 'ci:9989',
  protocol: 'pb',
  logPath: '/w/worker.log',
  status: { kind: 'idle', builders: ['docs', 'linux'] },
};

const COMMAND = {
  commandId: '1',
  builderName: 'linux',
  name: 'shell',
  summary: 'make',
  startedAt: 0,
};

it('shows the state of a worker, a row for each fact', () => {
  expect(statusLines({ ...IDLE, lastHeardAt: 58_000 }, 60_000, ENGLISH)).toEqual([
    'worker    w in /w',
    'state     Idle, connected to ci:9989',
    'master    ci:9989, last heard 2 s ago',
    'builders  docs, linux',
    'process   7 of the tray app, Buildtray 1, for 1 min',
    'log       /w/worker.log',
  ]);
});

it('shows it in German', () => {
  expect(statusLines({ ...IDLE, lastHeardAt: 58_000 }, 60_000, GERMAN)).toEqual([
    'Worker     w in /w',
    `Zustand    ${GERMAN.app.status.idle('ci:9989')}`,
    'Master     ci:9989, zuletzt gehört vor 2 s',
    'Builder    docs, linux',
    'Prozess    7 der App, Buildtray 1, seit 1 min',
    'Protokoll  /w/worker.log',
  ]);
});

it('lists the master’s builders, and what each busy one does', () => {
  const found: ControlStatus = {
    ...IDLE,
    builders: ['docs', 'linux', 'mac'],
    status: { kind: 'building', builders: ['docs', 'linux'], commands: [COMMAND] },
  };
  expect(statusLines(found, 3_000, ENGLISH).slice(3, 6)).toEqual([
    'builders  docs, linux, mac',
    'runs      linux: make, for 3 s',
    'runs      docs, between two steps',
  ]);
});

it('lists what could not be ended', () => {
  expect(statusLines({ ...IDLE, leftRunning: [41, 42] }, 0, ENGLISH)).toContain(
    'left      processes 41, 42, which could not be ended',
  );
});

it('shows the whole problem below the sentence of the state', () => {
  const why = foreignProblem('Nothing listens on port 9989 of ci.');
  const problem = { kind: 'refused', problem: why } as const;
  const status = { kind: 'connecting', attempt: 2, retryAt: 30_000, problem } as const;
  expect(statusLines({ ...IDLE, status }, 0, ENGLISH).slice(1, 3)).toEqual([
    'state     ci:9989 refuses connections, next attempt in 30 s',
    'problem   Nothing listens on port 9989 of ci.',
  ]);
});

it('shows no negative time where a clock was set back', () => {
  expect(statusLines({ ...IDLE, lastHeardAt: 10_000 }, 0, ENGLISH)).toContain(
    'master    ci:9989, last heard 0 s ago',
  );
});

it.each([
  ['the running commands', ['linux'], [COMMAND], 'waiting for linux (linux: make, for 4 s)'],
  ['builders between two steps', ['docs', 'mac'], [], 'waiting for docs, mac'],
  ['the master', [], [], 'waiting for the master to release the worker'],
])('a draining worker waits for %s', (_what, builders, commands, text) => {
  const status = { kind: 'draining', purpose: 'shut-down', since: 0, builders, commands } as const;
  expect(waitsForText({ ...IDLE, status }, 4_000, ENGLISH)).toBe(text);
});

it.each([
  [[], [], 'stopping as soon as nothing is running; new builds are held back'],
  [['linux'], [COMMAND], 'waiting for linux (linux: make, for 4 s); new builds are held back'],
])(
  'a worker that holds builds back itself does not wait for the master, over the socket too: %j',
  (builders, commands, text) => {
    const sent: WorkerStatus = {
      kind: 'draining',
      purpose: 'shut-down',
      since: 0,
      builders,
      commands,
      isByUs: true,
    };
    const status = workerStatusSchema.parse(JSON.parse(JSON.stringify(sent)));
    expect(waitsForText({ ...IDLE, status }, 4_000, ENGLISH)).toBe(text);
  },
);

it('a worker that does not drain waits for nothing', () => {
  expect(waitsForText(IDLE, 0, ENGLISH)).toBeUndefined();
});

it('does not make a master look lost that has nothing to say between two keepalives', () => {
  const lines = (status: WorkerStatus) =>
    statusLines({ ...IDLE, status, lastHeardAt: 0 }, 600_000, ENGLISH);
  const quiet = 'master    ci:9989, quiet for 10 min, as usual while there is nothing to say';
  expect(lines(IDLE.status)).toContain(quiet);
  expect(lines({ kind: 'building', builders: ['linux'], commands: [COMMAND] })).toContain(quiet);
  // The next command is its turn.
  expect(lines({ kind: 'building', builders: ['linux'], commands: [] })).toContain(
    'master    ci:9989, last heard 10 min ago',
  );
});
