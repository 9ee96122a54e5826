import { describe, expect, it } from 'vitest';
import { Actions } from '../../../../main/app/actions.ts';
import { Quit } from '../../../../main/app/quit.ts';
import type { Action } from '../../../../main/contract/app/action.ts';
import { foreignProblem } from '../../../../main/contract/problem.ts';
import type {
  When,
  WorkerAction,
  WorkerRequest,
} from '../../../../main/contract/worker/worker-request.ts';
import type { PausedUntil, WorkerStatus } from '../../../../main/contract/worker/worker-status.ts';
import type { Question } from '../../../../main/hosting/question-from.ts';
import { UserQuestions } from '../../../../main/hosting/user-questions.ts';
import { WorkerRequests } from '../../../../main/hosting/worker-requests.ts';
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

const requestTo = (workerId: string, request: WorkerRequest): WorkerAction => ({
  kind: 'request',
  workerId,
  request,
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
      stopNow: () => Promise.resolve(note(`stop now${name}`)),
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
    const id = `a${at + 1}`;
    return {
      id,
      name: `worker ${id}`,
      worker,
      get status() {
        return worker.status;
      },
      logger: undefined,
      open: () => Promise.resolve(succeeded(worker)),
      restart: (when: When) => {
        note(`restart ${id} ${when}`);
        return Promise.resolve(succeeded(undefined));
      },
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
  const requests = new WorkerRequests({
    clock,
    questions,
    savePause: (id, until) => void pauses.set(id, until),
  });
  const actions = new Actions({
    requests,
    quit,
    texts,
    workers: () => hosts,
    showWindow: ({ page, workerId, buildId }) =>
      note(['show', page, workerId, buildId].filter(Boolean).join(' ')),
    cancelRehearsal: () => Promise.resolve(note('cancel rehearsal')),
  });
  const ask = (request: WorkerRequest) => actions.perform(requestTo('a1', request));
  return { actions, ask, asked, clock, pauses };
}

describe('an action', () => {
  it.each<[WorkerStatus, WorkerRequest, string[]]>([
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
  ])('in the state %j: %j', async (status, request, calls) => {
    const { ask, asked } = actionsOn([status]);
    expect(await ask(request)).toEqual({ ok: true, value: undefined });
    expect(asked).toEqual(calls);
  });

  it.each<[Action, string[]]>([
    [{ kind: 'quit' }, ['leave']],
    [{ kind: 'open-window' }, ['show']],
    [{ kind: 'cancel-rehearsal' }, ['cancel rehearsal']],
    [{ kind: 'open-window', page: 'log' }, ['show log']],
    [{ kind: 'open-window', page: 'builds', workerId: 'a2', buildId: 'b7' }, ['show builds a2 b7']],
  ])('on the app: %j', async (action, calls) => {
    const { actions, asked } = actionsOn([IDLE]);
    expect(await actions.perform(action)).toEqual({ ok: true, value: undefined });
    expect(asked).toEqual(calls);
  });

  it('is for one worker of several', async () => {
    const { actions, asked } = actionsOn([IDLE, IDLE]);
    await actions.perform(requestTo('a2', { kind: 'disconnect' }));
    expect(asked).toEqual(['stop a2']);
  });

  it('for all is for those that take it now', async () => {
    const paused = { kind: 'paused', until: 'resumed' } as const;
    const { actions, asked } = actionsOn([IDLE, paused, STOPPED, draining('pause')]);
    const resumed = await actions.perform({ kind: 'request-all', request: { kind: 'resume' } });
    expect(resumed).toEqual({ ok: true, value: undefined });
    expect(asked).toEqual(['resume a2', 'resume a4']);
  });

  it('for all goes on past a failure, which is reported with the name of its worker', async () => {
    const { actions, asked } = actionsOn([IDLE, BUILDING], {
      refusal: 'The master does not know.',
    });
    const request = { kind: 'pause', how: 'until-resumed' } as const;
    expect(await actions.perform({ kind: 'request-all', request })).toEqual({
      ok: false,
      problem: 'worker a1: The master does not know.\nworker a2: The master does not know.',
    });
    expect(asked).toEqual(['pause resumed a1', 'pause resumed a2']);
  });

  it('on a worker that was removed is refused', async () => {
    const { actions } = actionsOn([IDLE]);
    expect(await actions.perform(requestTo('b9', { kind: 'connect' }))).toEqual({
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

  it('that is refused now does nothing and reports why', async () => {
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
    [requestTo('a1', { kind: 'disconnect' }), 'Disconnect in the middle of a build?'],
    [requestTo('a1', { kind: 'stop-now' }), 'Stop in the middle of a build?'],
    [requestTo('a1', { kind: 'reconnect', when: 'now' }), 'Reconnect in the middle of a build?'],
    [
      requestTo('a1', { kind: 'restart', when: 'now' }),
      'Restart the worker in the middle of a build?',
    ],
    [{ kind: 'quit' }, 'Quit in the middle of a build?'],
  ])('is asked about before %j, and Cancel leaves it alone', async (action, message) => {
    const { actions, asked } = actionsOn([BUILDING]);
    await actions.perform(action);
    expect(asked).toEqual([message]);
  });

  it('is interrupted when the user asks for it', async () => {
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

it('what was to follow the last build follows at once when the user agrees', async () => {
  const { ask, asked } = actionsOn([draining('shut-down')], { answer: 'now' });
  await ask({ kind: 'stop-now' });
  expect(asked.at(-1)).toBe('stop now');
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
