import { expect, it } from 'vitest';
import { statusText } from '../../../../../main/cli/running-worker/status-text.ts';
import type { ControlStatus } from '../../../../../main/control/control-status.ts';

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

it('tells how a worker stands, a row each', () => {
  expect(statusText({ ...IDLE, lastHeardAt: 58_000 }, 60_000).split('\n')).toEqual([
    'worker    w in /w',
    'state     idle',
    'master    ci:9989, last heard 2 s ago',
    'builders  docs, linux',
    'process   7 of the tray app, Buildtray 1, for 60 s',
    'log       /w/worker.log',
  ]);
});

it('tells the master’s builders, and what each busy one does', () => {
  const command = { commandId: '1', builderName: 'linux', name: 'shell', summary: 'make' };
  const found: ControlStatus = {
    ...IDLE,
    builders: ['docs', 'linux', 'mac'],
    status: {
      kind: 'building',
      builders: ['docs', 'linux'],
      commands: [{ ...command, startedAt: 0 }],
    },
  };
  expect(statusText(found, 3_000)).toContain(
    '\nbuilders  docs, linux, mac\nruns      linux: make, for 3 s\nruns      docs, between two steps\n',
  );
});

it('lists what could not be ended', () => {
  expect(statusText({ ...IDLE, leftRunning: [41, 42] }, 0)).toContain(
    '\nleft      processes 41, 42, which could not be ended\n',
  );
});
