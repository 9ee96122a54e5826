import { describe, expect, it } from 'vitest';
import { Actions } from '../../../../main/app/actions.ts';
import { Quit } from '../../../../main/app/quit.ts';
import { foreignProblem } from '../../../../main/contract/problem.ts';
import type { Action, WorkerWish } from '../../../../main/contract/worker/worker-request.ts';
import type { PausedUntil, WorkerStatus } from '../../../../main/contract/worker/worker-status.ts';
import type { Question } from '../../../../main/hosting/questions.ts';
import { UserQuestions } from '../../../../main/hosting/user-questions.ts';
import { WorkerActions } from '../../../../main/hosting/worker-actions.ts';
import { failed, succeeded } from '../../../../main/lib/outcome.ts';
import { textsIn } from '../../../../main/texts/texts.ts';
import { FakeClock } from '../../../support/fake-clock.ts';

const IDLE: WorkerStatus = { kind: 'idle', builders: ['linux'] };
const BUILDING: WorkerStatus = { kind: 'building', builders: ['linux'], commands: [] };
const STOPPED: WorkerStatus = { kind: 'stopped', why: undefined };
const draining = (purpose: 'pause' | 'shut-down' | 'quit'): WorkerStatus => ({
  kind: 'draining',
  purpose,
  since: 0,
  builders: ['linux'],
  commands: [],
});

interface Given {
  readonly answer?: string;
  readonly refusal?: string;
}

/** Actions on workers that only note down what is asked of them; `a1` is the first one's id. */
function actionsOn(
  statuses: readonly WorkerStatus[],
  { answer = 'cancel', refusal = '' }: Given = {},
) {
  const clock = new FakeClock();
  const asked: string[] = [];
  const pauses = new Map<string, PausedUntil | undefined>();
  const note = (what: string) => void asked.push(what);
  const hosts = statuses.map((status, at) => {
    const name = statuses.length === 1 ? '' : ` a${at + 1}`;
    const drain = (what: string) => {
      note(`${what}${name}`);
      return Promise.resolve(
        refusal === '' ? succeeded(undefined) : failed(foreignProblem(refusal)),
      );
    };
    const worker = {
      status,
      start: () => note(`start${name}`),
      stop: () => Promise.resolve(note(`stop${name}`)),
      pause: (until: PausedUntil) => drain(`pause ${until}`),
      resume: () => note(`resume${name}`),
      shutDownGracefully: (purpose: 'shut-down' | 'quit' = 'shut-down') => {
        if (refusal === '') worker.status = draining(purpose);
        return drain(`shut down ${purpose}`);
      },
      cancelDrain: (when = '') => note(`cancel ${when}${name}`),
      reconnect: (when = '') => note(`reconnect ${when}${name}`),
      wake: () => note(`wake${name}`),
    };
    return {
      id: `a${at + 1}`,
      status,
      worker,
      open: () => Promise.resolve(succeeded(worker)),
    };
  });
  const texts = () => textsIn('en');
  const leave = () => Promise.resolve(note('leave'));
  const questions = new UserQuestions({
    clock,
    texts,
    ask: <Answer extends string>({ message, answers }: Question<Answer>) => {
      note(message);
      const given = answers.find(([name]) => name === answer) ?? answers.at(-1)!;
      return Promise.resolve(given[0]);
    },
  });
  const quit = new Quit({ questions, leave, workers: () => hosts.map(({ worker }) => worker) });
  const workerActions = new WorkerActions({
    clock,
    texts,
    questions,
    savePause: (id, until) => void pauses.set(id, until),
    savedPause: (id) => pauses.get(id),
    stopDrained: (worker) => (hosts.length === 1 ? leave() : worker.stop()),
    restart: (id, when) => {
      note(`restart ${id} ${when}`);
      return Promise.resolve(succeeded(undefined));
    },
    cancelQuit: (when) => quit.cancel(when),
  });
  const actions = new Actions({
    workerActions,
    quit,
    texts,
    workers: () => hosts,
    showWindow: (page) => note(`show ${page ?? ''}`.trim()),
    cancelRehearsal: () => Promise.resolve(note('cancel rehearsal')),
  });
  const becomes = (at: number, status: WorkerStatus) => {
    hosts[at]!.worker.status = status;
    quit.look();
  };
  const ask = (wish: WorkerWish) => actions.perform({ ...wish, workerId: 'a1' });
  return { actions, ask, asked, clock, pauses, becomes };
}

describe('an action', () => {
  it.each<[WorkerStatus, WorkerWish, string[]]>([
    [STOPPED, { kind: 'connect' }, ['start']],
    [{ kind: 'paused', until: 'resumed' }, { kind: 'connect' }, ['start']],
    [{ kind: 'paused', until: 'resumed' }, { kind: 'resume' }, ['resume']],
    [IDLE, { kind: 'disconnect' }, ['stop']],
    [IDLE, { kind: 'shut-down-gracefully' }, ['shut down shut-down']],
    [BUILDING, { kind: 'pause', how: 'until-resumed' }, ['pause resumed']],
    [draining('pause'), { kind: 'cancel-drain', when: 'at-gap' }, ['cancel at-gap']],
    [BUILDING, { kind: 'reconnect', when: 'at-gap' }, ['reconnect at-gap']],
    [IDLE, { kind: 'reconnect', when: 'now' }, ['reconnect now']],
    [BUILDING, { kind: 'restart', when: 'at-gap' }, ['restart a1 at-gap']],
    [STOPPED, { kind: 'restart', when: 'now' }, ['restart a1 now']],
  ])('in the state %j: %j', async (status, wish, calls) => {
    const { ask, asked } = actionsOn([status]);
    expect(await ask(wish)).toEqual({ ok: true, value: undefined });
    expect(asked).toEqual(calls);
  });

  it.each<[Action, string[]]>([
    [{ kind: 'quit' }, ['leave']],
    [{ kind: 'open-window' }, ['show']],
    [{ kind: 'cancel-rehearsal' }, ['cancel rehearsal']],
    [{ kind: 'open-window', page: 'log' }, ['show log']],
  ])('on the app: %j', async (action, calls) => {
    const { actions, asked } = actionsOn([IDLE]);
    expect(await actions.perform(action)).toEqual({ ok: true, value: undefined });
    expect(asked).toEqual(calls);
  });

  it('is for one worker of several', async () => {
    const { actions, asked } = actionsOn([IDLE, IDLE]);
    await actions.perform({ kind: 'disconnect', workerId: 'a2' });
    expect(asked).toEqual(['stop a2']);
  });

  it('on a worker that was removed is refused', async () => {
    const { actions } = actionsOn([IDLE]);
    expect(await actions.perform({ kind: 'connect', workerId: 'b9' })).toEqual({
      ok: false,
      problem: 'This worker was removed.',
    });
  });

  it('wakes a worker that waits for its next try', async () => {
    const { ask, asked } = actionsOn([
      { kind: 'connecting', attempt: 3, retryAt: 1, problem: undefined },
    ]);
    await ask({ kind: 'connect' });
    expect(asked).toEqual(['wake']);
  });

  it('that cannot be had now does nothing and says why', async () => {
    const { ask, asked } = actionsOn([IDLE]);
    expect(await ask({ kind: 'resume' })).toEqual({
      ok: false,
      problem: 'The worker is not paused.',
    });
    expect(asked).toEqual([]);
  });
});

describe('a build that would be lost', () => {
  it.each<[Action, string]>([
    [{ kind: 'disconnect', workerId: 'a1' }, 'Disconnect in the middle of a build?'],
    [{ kind: 'stop-now', workerId: 'a1' }, 'Stop in the middle of a build?'],
    [{ kind: 'reconnect', when: 'now', workerId: 'a1' }, 'Reconnect in the middle of a build?'],
    [
      { kind: 'restart', when: 'now', workerId: 'a1' },
      'Restart the worker in the middle of a build?',
    ],
    [{ kind: 'quit' }, 'Quit in the middle of a build?'],
  ])('is asked about before %j, and Cancel leaves it alone', async (action, message) => {
    const { actions, asked } = actionsOn([BUILDING]);
    await actions.perform(action);
    expect(asked).toEqual([message]);
  });

  it('is interrupted when the user says so', async () => {
    const { actions, asked } = actionsOn([BUILDING], { answer: 'now' });
    await actions.perform({ kind: 'quit' });
    expect(asked.at(-1)).toBe('leave');
  });

  it('is asked about once, however often the user clicks', async () => {
    const { actions, asked } = actionsOn([BUILDING], { answer: 'now' });
    await Promise.all([actions.perform({ kind: 'quit' }), actions.perform({ kind: 'quit' })]);
    expect(asked).toEqual(['Quit in the middle of a build?', 'leave']);
  });
});

describe('to quit after the builds', () => {
  it('drains every worker that a master could give a build, and leaves with the last', async () => {
    const { actions, asked, becomes } = actionsOn([BUILDING, IDLE, STOPPED], { answer: 'after' });
    await actions.perform({ kind: 'quit' });
    expect(asked.slice(1)).toEqual(['shut down quit a1', 'shut down quit a2']);
    becomes(1, STOPPED);
    expect(asked).not.toContain('leave');
    becomes(0, STOPPED);
    expect(asked.at(-1)).toBe('leave');
  });

  it('is taken back for all of them by a click on one', async () => {
    const { actions, asked, becomes } = actionsOn([BUILDING, IDLE], { answer: 'after' });
    await actions.perform({ kind: 'quit' });
    becomes(1, STOPPED);
    await actions.perform({ kind: 'cancel-drain', when: 'at-gap', workerId: 'a1' });
    expect(asked).toContain('cancel at-gap a1');
    expect(asked.at(-1)).toBe('start a2');
    becomes(0, STOPPED);
    expect(asked).not.toContain('leave');
  });

  it('comes to nothing when one of them begins a pause instead', async () => {
    const { actions, asked, becomes } = actionsOn([BUILDING, BUILDING], { answer: 'after' });
    await actions.perform({ kind: 'quit' });
    becomes(0, { kind: 'paused', until: 'resumed' });
    becomes(0, STOPPED);
    becomes(1, STOPPED);
    expect(asked).not.toContain('leave');
  });

  it('says why a master cannot be asked, and goes on', async () => {
    const { actions, asked } = actionsOn([BUILDING, IDLE], { answer: 'after', refusal: 'No.' });
    expect(await actions.perform({ kind: 'quit' })).toEqual({ ok: false, problem: 'No.' });
    expect(asked.slice(-2)).toEqual(['cancel at-gap a1', 'cancel at-gap a2']);
  });
});

describe('to stop now', () => {
  it('ends the app when its only worker was to shut down', async () => {
    const { ask, asked } = actionsOn([draining('shut-down')], { answer: 'now' });
    await ask({ kind: 'stop-now' });
    expect(asked.at(-1)).toBe('leave');
  });

  it('ends one worker of several', async () => {
    const { ask, asked } = actionsOn([draining('shut-down'), IDLE], { answer: 'now' });
    await ask({ kind: 'stop-now' });
    expect(asked.slice(1)).toEqual(['stop a1']);
  });

  it('begins the pause that was to come', async () => {
    const { ask, asked, pauses } = actionsOn([draining('pause')], { answer: 'now' });
    pauses.set('a1', 1_800_000_000_000);
    await ask({ kind: 'stop-now' });
    expect(asked.slice(1)).toEqual(['stop', 'pause 1800000000000']);
  });
});

describe('a pause', () => {
  it('is saved before the master is asked, so that it outlives the app', async () => {
    const { ask, pauses, clock } = actionsOn([IDLE]);
    await ask({ kind: 'pause', how: 'one-hour' });
    expect(pauses.get('a1')).toBe(clock.now() + 3_600_000);
  });

  it('is forgotten when the master refuses it', async () => {
    const { ask, pauses } = actionsOn([IDLE], { refusal: 'It does not answer.' });
    expect(await ask({ kind: 'pause', how: 'one-hour' })).toEqual({
      ok: false,
      problem: 'It does not answer.',
    });
    expect(pauses.get('a1')).toBeUndefined();
  });
});
