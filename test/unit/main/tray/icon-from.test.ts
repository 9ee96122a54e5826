import { describe, expect, it } from 'vitest';
import { foreignProblem } from '../../../../main/contract/problem.ts';
import type { WorkerStatus } from '../../../../main/contract/worker/worker-status.ts';
import { iconFrom } from '../../../../main/tray/icon-from.ts';
import type { TrayView } from '../../../../main/tray/menu-from.ts';

const IDLE: WorkerStatus = { kind: 'idle', builders: [] };
const BUILDING: WorkerStatus = { kind: 'building', builders: ['linux'], commands: [] };
const CONNECTING: WorkerStatus = {
  kind: 'connecting',
  attempt: 1,
  retryAt: undefined,
  problem: undefined,
};
const ERROR: WorkerStatus = {
  kind: 'error',
  problem: { kind: 'refused', problem: foreignProblem('no') },
  retryAt: undefined,
};
const viewOf = (...statuses: WorkerStatus[]) => ({
  workers: statuses.map((status, at) => ({
    id: `a${at}`,
    status,
    workerName: `worker ${at}`,
    sentence: 'It does so.',
  })),
});
const filenameOf = (view: TrayView) => iconFrom(view, false, 'linux').filename;

describe('the icon', () => {
  it.each([
    [false, 'linux', 'building.png'],
    [true, 'linux', 'building-dark.png'],
    [false, 'win32', 'building-16.png'],
    [true, 'darwin', 'building-dark-16.png'],
  ])('for a dark panel %s on %s is %s', (isDark, platform, filename) => {
    expect(iconFrom(viewOf(BUILDING), isDark, platform).filename).toBe(filename);
  });

  it('is that of the worst state of several workers', () => {
    expect(filenameOf(viewOf(IDLE, CONNECTING, BUILDING))).toBe('connecting.png');
    expect(iconFrom(viewOf(IDLE, ERROR), false, 'linux')).toEqual({
      filename: 'error.png',
      fill: 1,
      hasDot: false,
    });
  });

  it('is that of a stopped worker before there is one', () => {
    expect(filenameOf(viewOf())).toBe('stopped.png');
  });

  it('is that of a rehearsal, until a worker needs the user', () => {
    const rehearsal = { status: BUILDING, sentence: 'Building sample' };
    expect(filenameOf({ ...viewOf(), rehearsal })).toBe('building.png');
    expect(filenameOf({ ...viewOf(IDLE), rehearsal })).toBe('building.png');
    expect(filenameOf({ ...viewOf(CONNECTING), rehearsal })).toBe('connecting.png');
  });

  it('of a build goes on with it, in few steps, from a beginning that shows to an end that is not full', () => {
    const fillAt = (progress: number | undefined) =>
      iconFrom({ ...viewOf(BUILDING, IDLE), progress }, false, 'linux').fill;
    expect([0, 0.3, 0.31, 0.5, 1].map(fillAt)).toEqual([0.125, 0.25, 0.25, 0.5, 0.875]);
    expect(fillAt(undefined)).toBe(1);
    expect(iconFrom({ ...viewOf(IDLE), progress: 0.5 }, false, 'linux').fill).toBe(1);
  });

  it('of a build has a dot while another worker needs the user', () => {
    expect(iconFrom({ ...viewOf(ERROR, BUILDING), progress: 0.5 }, false, 'linux')).toEqual({
      filename: 'building.png',
      fill: 0.5,
      hasDot: true,
    });
    expect(iconFrom(viewOf(BUILDING), false, 'linux').hasDot).toBe(false);
  });
});
