import { describe, expect, it } from 'vitest';
import { Actions } from '../../../../main/app/actions.ts';
import type { Question } from '../../../../main/app/questions.ts';
import type { Action } from '../../../../main/contract/contract.ts';
import type { PausedUntil, WorkerStatus } from '../../../../main/contract/worker-status.ts';
import { failed, succeeded } from '../../../../main/lib/outcome.ts';
import { FakeClock } from '../../../support/fake-clock.ts';

const IDLE: WorkerStatus = { kind: 'idle', builders: ['linux'] };
const BUILDING: WorkerStatus = { kind: 'building', builders: ['linux'], commands: [] };
const draining = (purpose: 'pause' | 'shut-down'): WorkerStatus => ({
  ...{ kind: 'draining', purpose, since: 0, builders: ['linux'], commands: [] },
});

/** Actions on a worker that only notes down what is asked of it. */
function actionsOn(status: WorkerStatus, { answer = 'cancel', refusal = '' } = {}) {
  const clock = new FakeClock();
  const asked: string[] = [];
  let pause: PausedUntil | undefined;
  const note = (what: string) => void asked.push(what);
  const drain = (what: string) => {
    note(what);
    return Promise.resolve(refusal === '' ? succeeded(undefined) : failed(refusal));
  };
  const worker = {
    status,
    start: () => note('start'),
    stop: () => Promise.resolve(note('stop')),
    pause: (until: PausedUntil) => drain(`pause ${until}`),
    resume: () => note('resume'),
    shutDownGracefully: (purpose = '') => drain(`shut down ${purpose}`),
    cancelDrain: (when = '') => note(`cancel ${when}`),
    wake: () => note('wake'),
  };
  const hosted = { status, worker, open: () => Promise.resolve(succeeded(worker)) };
  const actions = new Actions({
    clock,
    hosted: () => hosted,
    ask: <Answer extends string>({ message, answers }: Question<Answer>) => {
      note(message);
      const given = answers.find(([name]) => name === answer) ?? answers.at(-1)!;
      return Promise.resolve(given[0]);
    },
    savePause: (until) => {
      pause = until;
    },
    savedPause: () => pause,
    showWindow: () => note('show'),
    leave: () => Promise.resolve(note('leave')),
  });
  return {
    actions,
    asked,
    clock,
    saved: () => pause,
    save: (until: PausedUntil) => (pause = until),
  };
}

describe('an action', () => {
  it.each<[WorkerStatus, Action, string[]]>([
    [{ kind: 'stopped', why: undefined }, { kind: 'connect' }, ['start']],
    [{ kind: 'paused', until: 'resumed' }, { kind: 'connect' }, ['start']],
    [{ kind: 'paused', until: 'resumed' }, { kind: 'resume' }, ['resume']],
    [IDLE, { kind: 'disconnect' }, ['stop']],
    [IDLE, { kind: 'quit' }, ['leave']],
    [IDLE, { kind: 'open-window' }, ['show']],
    [IDLE, { kind: 'shut-down-gracefully' }, ['shut down shut-down']],
    [BUILDING, { kind: 'pause', how: 'until-resumed' }, ['pause resumed']],
    [draining('pause'), { kind: 'cancel-drain', when: 'at-gap' }, ['cancel at-gap']],
  ])('in the state %j: %j', async (status, action, calls) => {
    const { actions, asked } = actionsOn(status);
    expect(await actions.perform(action)).toEqual({ ok: true, value: undefined });
    expect(asked).toEqual(calls);
  });

  it('wakes a worker that waits for its next try', async () => {
    const { actions, asked } = actionsOn({
      kind: 'connecting',
      attempt: 3,
      retryAt: 1,
      problem: undefined,
    });
    await actions.perform({ kind: 'connect' });
    expect(asked).toEqual(['wake']);
  });

  it('that cannot be had now does nothing and says why', async () => {
    const { actions, asked } = actionsOn(IDLE);
    expect(await actions.perform({ kind: 'resume' })).toEqual({
      ok: false,
      problem: 'The worker is not paused.',
    });
    expect(asked).toEqual([]);
  });
});

describe('a build that would be lost', () => {
  it.each<[Action, string]>([
    [{ kind: 'disconnect' }, 'Disconnect in the middle of a build?'],
    [{ kind: 'stop-now' }, 'Stop in the middle of a build?'],
    [{ kind: 'quit' }, 'Quit in the middle of a build?'],
  ])('is asked about before %j, and Cancel leaves it alone', async (action, message) => {
    const { actions, asked } = actionsOn(BUILDING);
    await actions.perform(action);
    expect(asked).toEqual([message]);
  });

  it('may be waited for before the app quits', async () => {
    const { actions, asked } = actionsOn(BUILDING, { answer: 'after' });
    await actions.perform({ kind: 'quit' });
    expect(asked.at(-1)).toBe('shut down quit');
  });

  it('is interrupted when the user says so', async () => {
    const { actions, asked } = actionsOn(BUILDING, { answer: 'now' });
    await actions.perform({ kind: 'quit' });
    expect(asked.at(-1)).toBe('leave');
  });

  it('is asked about once, however often the user clicks', async () => {
    const { actions, asked } = actionsOn(BUILDING, { answer: 'now' });
    await Promise.all([actions.perform({ kind: 'quit' }), actions.perform({ kind: 'quit' })]);
    expect(asked).toEqual(['Quit in the middle of a build?', 'leave']);
  });
});

describe('to stop now', () => {
  it('ends the app when it was to shut down', async () => {
    const { actions, asked } = actionsOn(draining('shut-down'), { answer: 'now' });
    await actions.perform({ kind: 'stop-now' });
    expect(asked.at(-1)).toBe('leave');
  });

  it('begins the pause that was to come', async () => {
    const { actions, asked, save } = actionsOn(draining('pause'), { answer: 'now' });
    save(1_800_000_000_000);
    await actions.perform({ kind: 'stop-now' });
    expect(asked.slice(1)).toEqual(['stop', 'pause 1800000000000']);
  });
});

describe('a pause', () => {
  it('is saved before the master is asked, so that it outlives the app', async () => {
    const { actions, saved, clock } = actionsOn(IDLE);
    await actions.perform({ kind: 'pause', how: 'one-hour' });
    expect(saved()).toBe(clock.now() + 3_600_000);
  });

  it('is forgotten when the master refuses it', async () => {
    const { actions, saved } = actionsOn(IDLE, { refusal: 'It does not answer.' });
    expect(await actions.perform({ kind: 'pause', how: 'one-hour' })).toEqual({
      ok: false,
      problem: 'It does not answer.',
    });
    expect(saved()).toBeUndefined();
  });
});
