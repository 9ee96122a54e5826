import { describe, expect, it } from 'vitest';
import { Quit } from '../../../../main/app/quit.ts';
import { foreignProblem } from '../../../../main/contract/problem.ts';
import type { WorkerStatus } from '../../../../main/contract/worker/worker-status.ts';
import type { ConsequenceAnswer } from '../../../../main/hosting/user-questions.ts';
import { failed, succeeded } from '../../../../main/lib/outcome.ts';

const IDLE: WorkerStatus = { kind: 'idle', builders: ['linux'] };
const BUILDING: WorkerStatus = { kind: 'building', builders: ['linux'], commands: [] };
const STOPPED: WorkerStatus = { kind: 'stopped', why: undefined };
const PAUSED: WorkerStatus = { kind: 'paused', until: 'resumed' };
const DRAINING: WorkerStatus = { ...BUILDING, kind: 'draining', purpose: 'quit', since: 0 };

/** To quit with workers, `a1` the first, that note what is requested of them. */
function quitWith(statuses: readonly WorkerStatus[], answer: ConsequenceAnswer, refusal = '') {
  const done: string[] = [];
  const workers = statuses.map((status, at) => {
    const note = (what: string) => void done.push(`${what} a${at + 1}`);
    const worker = {
      status,
      start: () => note('start'),
      stop: async () => note('stop'),
      stopNow: async () => note('stop now'),
      pause: async () => succeeded(undefined),
      resume: () => note('resume'),
      shutDownGracefully: async (purpose = '') => {
        note(`shut down ${purpose}`);
        if (refusal !== '') return failed(foreignProblem(refusal));
        worker.status = DRAINING;
        return succeeded(undefined);
      },
      cancelDrain: (when = '') => note(`cancel ${when}`),
      reconnect: () => note('reconnect'),
      wake: () => note('wake'),
    };
    return worker;
  });
  const quit = new Quit({
    workers: () => workers,
    questions: { ask: async () => answer },
    leave: async () => void done.push('leave'),
  });
  const becomes = (at: number, status: WorkerStatus) => {
    workers[at]!.status = status;
    quit.look();
  };
  return { quit, done, becomes };
}

describe('to quit', () => {
  it.each<[ConsequenceAnswer, string[]]>([
    ['nothing-runs', ['leave']],
    ['now', ['leave']],
    ['cancel', []],
  ])('ends the app or not, as the user decides: %s', async (answer, wanted) => {
    const { quit, done } = quitWith([IDLE, BUILDING], answer);
    expect(await quit.ask()).toEqual(succeeded(undefined));
    expect(done).toEqual(wanted);
  });
});

describe('to quit after the builds', () => {
  it('drains every worker that a master could give a build, and leaves with the last', async () => {
    const { quit, done, becomes } = quitWith([BUILDING, IDLE, STOPPED], 'after');
    await quit.ask();
    expect(done).toEqual(['shut down quit a1', 'shut down quit a2']);
    becomes(1, STOPPED);
    expect(done).not.toContain('leave');
    becomes(0, STOPPED);
    expect(done.at(-1)).toBe('leave');
    becomes(0, STOPPED);
    expect(done.filter((what) => what === 'leave')).toHaveLength(1);
  });

  it('is taken back for all of them by one that accepts builds again', async () => {
    const { quit, done, becomes } = quitWith([BUILDING, IDLE, IDLE], 'after');
    await quit.ask();
    becomes(1, STOPPED);
    becomes(0, BUILDING);
    expect(done.slice(3)).toEqual(['cancel at-gap a1', 'start a2', 'cancel at-gap a3']);
    becomes(0, STOPPED);
    becomes(2, STOPPED);
    expect(done).not.toContain('leave');
  });

  it('comes to nothing when one of them begins a pause instead', async () => {
    const { quit, done, becomes } = quitWith([BUILDING, BUILDING], 'after');
    await quit.ask();
    becomes(0, PAUSED);
    becomes(0, STOPPED);
    becomes(1, STOPPED);
    expect(done).not.toContain('leave');
  });

  it('reports why a master cannot be asked, and all go on', async () => {
    const { quit, done } = quitWith([BUILDING, IDLE], 'after', 'No.');
    expect(await quit.ask()).toEqual(failed(foreignProblem('No.')));
    expect(done.slice(2)).toEqual(['cancel at-gap a1', 'cancel at-gap a2']);
    expect(done).not.toContain('leave');
  });
});
