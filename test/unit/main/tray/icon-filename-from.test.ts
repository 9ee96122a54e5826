import { describe, expect, it } from 'vitest';
import type { WorkerStatus } from '../../../../main/contract/worker/worker-status.ts';
import { iconFilenameFrom } from '../../../../main/tray/icon-filename-from.ts';

const IDLE: WorkerStatus = { kind: 'idle', builders: [] };
const BUILDING: WorkerStatus = { kind: 'building', builders: ['linux'], commands: [] };
const CONNECTING: WorkerStatus = {
  kind: 'connecting',
  attempt: 1,
  retryAt: undefined,
  problem: undefined,
};
const viewOf = (...statuses: WorkerStatus[]) => ({
  workers: statuses.map((status, at) => ({
    id: `a${at}`,
    status,
    workerName: `worker ${at}`,
    sentence: 'It does so.',
  })),
});

describe('the icon', () => {
  it.each([
    [false, 'linux', 'building.png'],
    [true, 'linux', 'building-dark.png'],
    [false, 'win32', 'building-16.png'],
    [true, 'darwin', 'building-dark-16.png'],
  ])('for a dark panel %s on %s is %s', (isDark, platform, filename) => {
    expect(iconFilenameFrom(viewOf(BUILDING), isDark, platform)).toBe(filename);
  });

  it('is that of the worst state of several workers', () => {
    expect(iconFilenameFrom(viewOf(IDLE, CONNECTING, BUILDING), false, 'linux')).toBe(
      'connecting.png',
    );
  });

  it('is that of a stopped worker before there is one', () => {
    expect(iconFilenameFrom(viewOf(), false, 'linux')).toBe('stopped.png');
  });

  it('is that of a rehearsal, until a worker needs the user', () => {
    const rehearsal = { status: BUILDING, sentence: 'Building sample' };
    expect(iconFilenameFrom({ ...viewOf(), rehearsal }, false, 'linux')).toBe('building.png');
    expect(iconFilenameFrom({ ...viewOf(IDLE), rehearsal }, false, 'linux')).toBe('building.png');
    expect(iconFilenameFrom({ ...viewOf(CONNECTING), rehearsal }, false, 'linux')).toBe(
      'connecting.png',
    );
  });
});
