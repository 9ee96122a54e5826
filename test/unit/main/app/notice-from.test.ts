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
const tell = (before: WorkerStatus, after: WorkerStatus) =>
  noticeFrom(before, after, 'w1', NOW, textsIn('en'));

describe('a notice', () => {
  it('tells that the worker cannot log in, once', () => {
    expect(tell(trying, refused)).toEqual({
      title: 'w1 cannot work for the master',
      body: 'The master refuses the password.',
    });
    expect(tell(refused, { ...refused, retryAt: 9 })).toBeUndefined();
  });

  it('tells the end of the last build before a pause', () => {
    expect(tell(draining, paused)?.title).toBe('w1 is paused');
    expect(tell(trying, paused)).toBeUndefined();
  });

  it('tells why a worker has stopped by itself', () => {
    const stopped = { kind: 'stopped', why: foreignProblem('Gave up.') } as const;
    expect(tell(trying, stopped)).toEqual({ title: 'w1 has stopped', body: 'Gave up.' });
    expect(tell(idle, { ...stopped, why: undefined })).toBeUndefined();
  });

  it('tells the end of a graceful shutdown, and not that of a quit', () => {
    const stopped = { kind: 'stopped', why: undefined } as const;
    expect(tell({ ...draining, purpose: 'shut-down' }, stopped)?.title).toBe('w1 has shut down');
    expect(tell({ ...draining, purpose: 'quit' }, stopped)).toBeUndefined();
  });

  it('tells when a pause ends by the clock, and not when the user ends it', () => {
    expect(tell({ kind: 'paused', until: NOW }, trying)?.title).toBe('w1 accepts builds again');
    expect(tell({ kind: 'paused', until: NOW + 1 }, trying)).toBeUndefined();
  });

  it('tells nothing of what goes its way', () => {
    expect(tell(trying, idle)).toBeUndefined();
    expect(tell(idle, trying)).toBeUndefined();
    expect(tell(paused, trying)).toBeUndefined();
  });
});
