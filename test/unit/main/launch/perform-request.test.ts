import { describe, expect, it } from 'vitest';
import { foreignProblem, type Problem } from '../../../../main/contract/problem.ts';
import { whyNotNow } from '../../../../main/contract/worker/request-rules.ts';
import type { WorkerRequest } from '../../../../main/contract/worker/worker-request.ts';
import type { WorkerStatus } from '../../../../main/contract/worker/worker-status.ts';
import {
  performRequest,
  type RequestContext,
  type WorkerToAct,
} from '../../../../main/launch/perform-request.ts';
import { failed, type Outcome, succeeded } from '../../../../main/lib/outcome.ts';
import { FakeClock } from '../../../support/fake-clock.ts';
import { SAMPLE_STATUSES } from '../../../support/sample-statuses.ts';

const REQUESTS: readonly WorkerRequest[] = [
  { kind: 'connect' },
  { kind: 'disconnect' },
  { kind: 'pause', how: 'until-resumed' },
  { kind: 'pause', how: { hours: 2 } },
  { kind: 'resume' },
  { kind: 'shut-down-gracefully' },
  { kind: 'cancel-drain', when: 'at-gap' },
  { kind: 'cancel-drain', when: 'now' },
  { kind: 'stop-now' },
  { kind: 'stop' },
  { kind: 'reconnect', when: 'at-gap' },
  { kind: 'reconnect', when: 'now' },
  { kind: 'restart', when: 'at-gap' },
  { kind: 'restart', when: 'now' },
  { kind: 'rotate-log' },
];

/** A worker that notes what is called on it. */
function requested(status: WorkerStatus, problem?: Problem) {
  const calls: string[] = [];
  const note = (call: string): void => void calls.push(call);
  const answered = async (call: string): Promise<Outcome<void, Problem>> => {
    note(call);
    return problem === undefined ? succeeded(undefined) : failed(problem);
  };
  const worker: WorkerToAct = {
    status,
    start: () => note('start'),
    wake: () => note('wake'),
    stop: async () => note('stop'),
    stopNow: async () => note('stop now'),
    pause: (until) => answered(`pause ${until}`),
    resume: () => note('resume'),
    shutDownGracefully: () => answered('shut down'),
    cancelDrain: (when) => note(`cancel ${when}`),
    reconnect: (when) => note(`reconnect ${when}`),
  };
  const target = {
    status,
    worker,
    logger: { log: () => note('log'), rotate: () => answered('rotate') },
    open: async () => succeeded(worker),
    restart: (when: string) => answered(`restart ${when}`),
  };
  return { calls, note, target };
}

/** At the window the user is asked before builds are lost, at the command line nobody is. */
function contextOf(note: (call: string) => void, agrees = true): RequestContext {
  return {
    clock: new FakeClock(),
    mayLose: async () => agrees,
    keepPause: (until) => note(`keep ${until}`),
    stop: () => note('stopped by the host'),
  };
}

describe('a request', () => {
  const table = SAMPLE_STATUSES.flatMap((status) =>
    REQUESTS.map((request) => [status, request] as const),
  );

  it.each(table)(
    'in the status %j is refused or performed by the rules: %j',
    async (status, request) => {
      const { calls, note, target } = requested(status);
      const outcome = await performRequest(request, target, contextOf(note));
      const refusal = whyNotNow(request, status);
      if (refusal === undefined) {
        expect(outcome).toEqual(succeeded(undefined));
        expect(calls).not.toEqual([]);
      } else {
        expect(outcome).toEqual(failed({ kind: 'refused', refusal }));
        expect(calls).toEqual([]);
      }
    },
  );

  it('changes nothing where the user keeps the builds that run', async () => {
    const status: WorkerStatus = { kind: 'building', builders: ['linux'], commands: [] };
    for (const request of REQUESTS.filter((one) => 'when' in one && one.when === 'now')) {
      const { calls, note, target } = requested(status);
      await performRequest(request, target, contextOf(note, false));
      expect(calls).toEqual([]);
    }
  });

  it('to connect opens a directory that could not be used', async () => {
    const status: WorkerStatus = {
      kind: 'error',
      problem: { kind: 'directory', problem: foreignProblem('/w does not exist.') },
      retryAt: undefined,
    };
    const { calls, note, target } = requested(status);
    const closed = { ...target, worker: undefined, logger: undefined };
    await performRequest({ kind: 'connect' }, closed, contextOf(note));
    expect(calls).toEqual(['start']);
    const gone = { ...closed, open: async () => failed(foreignProblem('Still gone.')) };
    expect(await performRequest({ kind: 'connect' }, gone, contextOf(note))).toEqual(
      failed({ kind: 'failed', problem: foreignProblem('Still gone.') }),
    );
  });

  it('is refused while there is no worker yet', async () => {
    const { note, target } = requested({ kind: 'stopped', why: undefined });
    const closed = { ...target, worker: undefined, logger: undefined };
    expect(await performRequest({ kind: 'rotate-log' }, closed, contextOf(note))).toEqual(
      failed({ kind: 'refused', refusal: 'no-directory' }),
    );
  });

  it('to pause keeps the end of the pause before the master is asked, and forgets it when refused', async () => {
    const { calls, note, target } = requested(
      { kind: 'idle', builders: [] },
      foreignProblem('It does not answer.'),
    );
    const request = { kind: 'pause', how: 'until-resumed' } as const;
    expect(await performRequest(request, target, contextOf(note))).toEqual(
      failed({ kind: 'failed', problem: foreignProblem('It does not answer.') }),
    );
    expect(calls).toEqual(['keep resumed', 'pause resumed', 'keep undefined']);
  });
});
