import { describe, expect, it } from 'vitest';
import {
  lastVerdict,
  verdictFrom,
} from '../../../../../main/cli/worker-process/run-in-background.ts';
import { verdictSchema } from '../../../../../main/cli/worker-process/verdict.ts';
import { foreignProblem } from '../../../../../main/contract/problem.ts';
import type { WorkerStatus } from '../../../../../main/contract/worker/worker-status.ts';

const WHY = foreignProblem('Nothing listens there.');
const PROBLEM = { kind: 'refused', problem: WHY } as const;
const ATTACHED = { kind: 'attached', master: 'ci:9989' };

describe('what a status means for the start', () => {
  it.each<[WorkerStatus, object | undefined]>([
    [{ kind: 'idle', builders: [] }, ATTACHED],
    [{ kind: 'building', builders: ['linux'], commands: [] }, ATTACHED],
    [
      { kind: 'connecting', attempt: 2, retryAt: 5, problem: PROBLEM },
      { kind: 'trouble', problem: WHY, isForGood: false },
    ],
    [
      { kind: 'error', retryAt: 5, problem: PROBLEM },
      { kind: 'trouble', problem: WHY, isForGood: true },
    ],
    [{ kind: 'connecting', attempt: 1, retryAt: undefined, problem: undefined }, undefined],
    [{ kind: 'stopped', why: undefined }, undefined],
    [{ kind: 'paused', until: 'resumed' }, { kind: 'paused' }],
  ])('%j is %j', (status, verdict) => {
    expect(verdictFrom(status, 'ci:9989')).toEqual(verdict);
  });
});

describe('the last report', () => {
  it('reports why the worker gave up', () => {
    expect(lastVerdict({ kind: 'gave-up', problem: PROBLEM })).toEqual({
      kind: 'gave-up',
      problem: WHY,
    });
  });

  it('reports that the master asked the worker to shut down', () => {
    expect(lastVerdict({ kind: 'sent-away' })).toEqual({ kind: 'sent-away' });
  });

  it('reports that somebody asked the worker to stop', () => {
    expect(lastVerdict(undefined)).toEqual({ kind: 'asked-to-stop' });
  });

  it('survives the way to another process, its problem included', () => {
    const verdict = lastVerdict({ kind: 'gave-up', problem: PROBLEM });
    expect(verdictSchema.parse(JSON.parse(JSON.stringify(verdict)))).toEqual(verdict);
    expect(verdictSchema.safeParse({ kind: 'gave-up' }).success).toBe(false);
  });
});
