import { describe, expect, it } from 'vitest';
import { noticeFrom } from '../../../../main/app/notice-from.ts';
import { foreignProblem } from '../../../../main/contract/problem.ts';
import type { WorkerStatus } from '../../../../main/contract/worker/worker-status.ts';
import { textsIn } from '../../../../main/texts/texts.ts';

const refused: WorkerStatus = {
  kind: 'error',
  problem: { kind: 'wrong-password', problem: foreignProblem('The master refuses the password.') },
  retryAt: 5,
};
const trying: WorkerStatus = {
  kind: 'connecting',
  attempt: 1,
  retryAt: undefined,
  problem: undefined,
};
const idle: WorkerStatus = { kind: 'idle', builders: [] };
const draining = {
  kind: 'draining',
  purpose: 'pause',
  since: 0,
  builders: [],
  commands: [],
} as const;
const paused: WorkerStatus = { kind: 'paused', until: 'resumed' };

const NOW = 1_700_000_000_000;
const notice = (before: WorkerStatus, after: WorkerStatus) =>
  noticeFrom(before, after, 'w1', NOW, textsIn('en'));

describe('a notice', () => {
  it('is given once when the worker cannot log in', () => {
    expect(notice(trying, refused)).toEqual({
      title: 'w1 cannot work for the master',
      body: 'The master refuses the password.',
    });
    expect(notice(refused, { ...refused, retryAt: 9 })).toBeUndefined();
  });

  it('is given at the end of the last build before a pause', () => {
    expect(notice(draining, paused)?.title).toBe('w1 is paused');
    expect(notice(trying, paused)).toBeUndefined();
  });

  it('states why a worker has stopped by itself', () => {
    const stopped = { kind: 'stopped', why: foreignProblem('Gave up.') } as const;
    expect(notice(trying, stopped)).toEqual({ title: 'w1 has stopped', body: 'Gave up.' });
    expect(notice(idle, { ...stopped, why: undefined })).toBeUndefined();
  });

  it('is given at the end of a graceful shutdown, and not at that of a quit', () => {
    const stopped = { kind: 'stopped', why: undefined } as const;
    expect(notice({ ...draining, purpose: 'shut-down' }, stopped)?.title).toBe('w1 has shut down');
    expect(notice({ ...draining, purpose: 'quit' }, stopped)).toBeUndefined();
  });

  it('is given when a pause ends by the clock, and not when the user ends it', () => {
    expect(notice({ kind: 'paused', until: NOW }, trying)?.title).toBe('w1 accepts builds again');
    expect(notice({ kind: 'paused', until: NOW + 1 }, trying)).toBeUndefined();
  });

  it('is not given for what is as it should be', () => {
    expect(notice(trying, idle)).toBeUndefined();
    expect(notice(idle, trying)).toBeUndefined();
    expect(notice(paused, trying)).toBeUndefined();
  });
});
