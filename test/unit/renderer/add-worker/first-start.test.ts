import { describe, expect, it } from 'vitest';
import type { CheckResult } from '../../../../main/contract/adding/checks.ts';
import { foreignProblem } from '../../../../main/contract/problem.ts';
import {
  canJoin,
  FIRST_START,
  type FirstStartAction,
  type FirstStartState,
  hasReplaced,
  isStopped,
  reduce,
  stepBefore,
  type TextSource,
} from '../../../../renderer/add-worker/first-start.ts';
import { readPaste } from '../../../../renderer/add-worker/paste/read-paste.ts';

const SENTENCES = {
  host: 'host?',
  port: 'port?',
  workerName: 'name?',
  password: 'password?',
  basedir: 'directory?',
};
const FILLED: FirstStartState = {
  ...FIRST_START,
  settings: {
    host: 'ci.example.org',
    port: '9989',
    workerName: 'w',
    password: 'p',
    basedir: '/w',
  },
};
const NEXT: FirstStartAction = { kind: 'next-requested', sentences: SENTENCES };
const ENDED: FirstStartAction = { kind: 'checks-ended', failed: [], speaks: undefined };
const FAILED: CheckResult = {
  id: 'login',
  state: 'failed',
  finding: foreignProblem('Wrong password.'),
  help: undefined,
};
const OLD = {
  kind: 'worker',
  path: '/old',
  workerName: 'old',
  upgrade: [],
  whyNoUpgrade: undefined,
  problem: undefined,
  passwordPlace: undefined,
} as const;

/** What a text means that was pasted, or is being typed. */
function textRead(text: string, source: TextSource = 'pasted'): FirstStartAction {
  const pasted = readPaste(text);
  return { kind: 'text-read', pasted, settings: pasted.settings, source };
}

/** The state after several actions, whatever they ask for. */
function stateAfter(
  state: FirstStartState,
  ...actions: readonly FirstStartAction[]
): FirstStartState {
  return actions.reduce((before, action) => reduce(before, action).state, state);
}

describe('the fields of the first start', () => {
  it('keep what was typed before the suggestion came', () => {
    const suggestion = {
      port: '9989',
      basedir: '/suggested',
      passwordPlace: { kind: 'keyring', keyring: 'gnome' },
    } as const;
    const typed = stateAfter(FIRST_START, { kind: 'settings-changed', changes: { port: '1' } });
    const suggested = stateAfter(typed, { kind: 'suggested', suggestion });
    expect(suggested.settings).toEqual({ port: '1', basedir: '/suggested' });
    expect(suggested.suggestion).toBe(suggestion);
  });

  it('are filled with what this machine is, unless something was typed', () => {
    const typed = stateAfter(FIRST_START, { kind: 'hostinfo-changed', changes: { admin: 'me' } });
    const described = stateAfter(typed, { kind: 'described', admin: 'git', host: 'a laptop' });
    expect(described.hostinfo).toEqual({ admin: 'me', host: 'a laptop', accessUri: '' });
  });

  it('lose their problem when they change, and the problem of the whole with it', () => {
    const problems = [
      { field: 'host', sentence: 'a' },
      { field: 'port', sentence: 'b' },
      { field: undefined, sentence: 'c' },
    ] as const;
    const changed = stateAfter(
      { ...FILLED, problems },
      { kind: 'settings-changed', changes: { host: 'other' } },
    );
    expect(changed.problems).toEqual([{ field: 'port', sentence: 'b' }]);
  });
});

describe('a text that was read', () => {
  const FIRST = 'Master: ci.example.org:9990\nName: w\nPassword: p';
  const SECOND = 'Worker name: other\nPassword: another';
  const SUGGESTED: FirstStartState = stateAfter(
    FIRST_START,
    {
      kind: 'suggested',
      suggestion: {
        port: '9989',
        basedir: '/suggested',
        passwordPlace: { kind: 'keyring', keyring: 'gnome' },
      },
    },
    { kind: 'described', admin: 'Ada', host: 'a laptop' },
  );

  it('fills the form, which is settled then', () => {
    const text = 'buildbot-worker create-worker --relocatable /w ci.example.org:9990 w p';
    const { state, effects } = reduce(SUGGESTED, textRead(text));
    expect(state.settings).toMatchObject({ host: 'ci.example.org', workerName: 'w' });
    expect(state.isRelocatable).toBe(true);
    expect(state.settled).toBe(state.settings);
    expect(effects).toEqual([]);
  });

  it('settles nothing while it is typed, and is undone as one', () => {
    const typed = stateAfter(
      SUGGESTED,
      textRead('Host: c', 'typed'),
      textRead('Host: ci', 'typed'),
    );
    expect(typed.settings.host).toBe('ci');
    expect(typed.settled).toBe(SUGGESTED.settled);
    expect(stateAfter(typed, { kind: 'text-undone' })).toEqual(SUGGESTED);
  });

  it('begins from nothing, so that nothing of another project is left', () => {
    const info = { kind: 'hostinfo-changed', changes: { accessUri: 'ssh://x' } } as const;
    const again = stateAfter(SUGGESTED, textRead(FIRST), info, textRead(SECOND));
    expect(again.settings).toEqual({
      port: '9989',
      basedir: '/suggested',
      workerName: 'other',
      password: 'another',
    });
    expect(again.hostinfo).toEqual({ admin: 'Ada', host: 'a laptop', accessUri: '' });
    expect(hasReplaced(again)).toBe(true);
    expect(hasReplaced(stateAfter(SUGGESTED, textRead(FIRST)))).toBe(false);
  });

  it('leaves the form alone when nothing is in it', () => {
    const first = stateAfter(SUGGESTED, textRead(FIRST));
    const then = stateAfter(first, textRead('See you!'));
    expect(then).toEqual({ ...first, note: { ...then.note } });
  });

  it('can be undone, one after the other', () => {
    const first = stateAfter(SUGGESTED, textRead(FIRST));
    const second = stateAfter(first, textRead(SECOND));
    const undone = stateAfter(second, { kind: 'text-undone' });
    expect(undone).toEqual(first);
    expect(stateAfter(undone, { kind: 'text-undone' })).toEqual(SUGGESTED);
  });

  it('keeps what has become known of this machine when it is undone', () => {
    const described = { kind: 'described', admin: 'Ada', host: 'a laptop' } as const;
    const undone = stateAfter(FIRST_START, textRead(FIRST), described, { kind: 'text-undone' });
    expect(undone.hostinfo).toMatchObject({ admin: 'Ada', host: 'a laptop' });
  });

  it('completes what was there at the user’s word alone', () => {
    const host = stateAfter(SUGGESTED, textRead('Master: ci.example.org:9990'));
    expect(canJoin(host)).toBe(false);
    const login = stateAfter(host, textRead(SECOND));
    expect(canJoin(login)).toBe(true);
    const joined = stateAfter(login, { kind: 'text-joined' });
    expect(joined.settings).toMatchObject({
      host: 'ci.example.org',
      port: '9990',
      workerName: 'other',
      password: 'another',
    });
    expect(canJoin(joined)).toBe(false);
    expect(joined.settled).toBe(joined.settings);
  });

  it('has the administrator’s address hidden where the command asks for that', () => {
    const admin = 'Ada <ada@example.org>';
    const pasted = {
      ...readPaste('ci.example.org:9990'),
      hostinfo: { admin },
      switches: { isRelocatable: false, isMunged: true },
    };
    const action = { kind: 'text-read', pasted, settings: {}, source: 'pasted' } as const;
    expect(reduce(FIRST_START, action).effects).toEqual([{ kind: 'munge-admin', admin }]);
  });

  it('does not lead on with its password to another host before the user says so', () => {
    const edited = stateAfter(SUGGESTED, textRead(FIRST), {
      kind: 'settings-changed',
      changes: { host: 'other.example.org' },
    });
    const { state, effects } = reduce(edited, NEXT);
    expect(state.isLeaving).toBe(false);
    expect(effects).toEqual([{ kind: 'focus', field: 'password' }]);
    expect(stateAfter(edited, { kind: 'secrets-released' }, NEXT).isLeaving).toBe(true);
  });
});

describe('a request for the next step', () => {
  it('stays at the fields that everybody has to fill in, and goes to the first of them', () => {
    const { state, effects } = reduce({ ...FIRST_START, settings: { host: 'h', port: '1' } }, NEXT);
    expect(state.problems).toEqual([
      { field: 'workerName', sentence: 'name?' },
      { field: 'password', sentence: 'password?' },
    ]);
    expect(state.isLeaving).toBe(false);
    expect(effects).toEqual([{ kind: 'focus', field: 'workerName' }]);
  });

  it('stays at an empty directory', () => {
    const settings = { ...FILLED.settings, basedir: ' ' };
    const { state, effects } = reduce({ ...FILLED, step: 'machine', settings }, NEXT);
    expect(state).toMatchObject({ step: 'machine', isLeaving: false });
    expect(effects).toEqual([{ kind: 'focus', field: 'basedir' }]);
  });

  it('waits for the checks of the step, the login included', () => {
    const state = stateAfter(FILLED, NEXT);
    expect(state).toMatchObject({
      step: 'master',
      isLeaving: true,
      settled: FILLED.settings,
    });
  });

  it('leads to this machine when no check has failed', () => {
    expect(stateAfter(FILLED, NEXT, ENDED)).toMatchObject({ step: 'machine', isLeaving: false });
  });

  it('stops at a failed check once, and goes on when it is made again', () => {
    const ended: FirstStartAction = { ...ENDED, failed: [FAILED] };
    const { state: stopped, effects } = reduce(stateAfter(FILLED, NEXT), ended);
    expect(stopped.step).toBe('master');
    expect(effects).toEqual([{ kind: 'focus', field: 'password' }]);
    expect(isStopped(stopped, [FAILED])).toBe(true);
    expect(stateAfter(stopped, NEXT, ended).step).toBe('machine');
  });

  it('stops again once the form has changed', () => {
    const ended: FirstStartAction = { ...ENDED, failed: [FAILED] };
    const changed = stateAfter(FILLED, NEXT, ended, {
      kind: 'settings-changed',
      changes: { password: 'q' },
    });
    expect(isStopped(changed, [FAILED])).toBe(false);
    expect(stateAfter(changed, NEXT, ended).step).toBe('master');
  });

  it('adds the worker at the end, with the protocol that was found', () => {
    const speaks: CheckResult = {
      id: 'speaks',
      state: 'passed',
      finding: foreignProblem('Well.'),
      help: undefined,
      protocol: 'pb',
    };
    const asked = stateAfter({ ...FILLED, step: 'machine' }, NEXT);
    expect(asked.isLeaving).toBe(true);
    const { state, effects } = reduce(asked, { ...ENDED, speaks });
    expect(state.isAdding).toBe(true);
    expect(effects).toEqual([
      {
        kind: 'add',
        draft: {
          settings: { ...FILLED.settings, protocol: 'pb' },
          hostinfo: FILLED.hostinfo,
          isRelocatable: false,
        },
      },
    ]);
  });
});

describe('the answer of main', () => {
  it('shows the worker that was added', () => {
    const { state, effects } = reduce(
      { ...FILLED, isAdding: true },
      { kind: 'added', workerId: 'w9' },
    );
    expect(state.isAdding).toBe(false);
    expect(effects).toEqual([{ kind: 'show-worker', workerId: 'w9' }]);
  });

  it('leads back to the first step with a problem', () => {
    const problems = [{ field: 'port', sentence: 'It is none.' }] as const;
    const { state, effects } = reduce(
      { ...FILLED, step: 'machine', isAdding: true },
      { kind: 'refused', problems },
    );
    expect(state).toMatchObject({ step: 'master', problems, isAdding: false });
    expect(effects).toEqual([{ kind: 'focus', field: 'port' }]);
  });

  it('reports a failure of the whole where the user is', () => {
    const state = stateAfter({ ...FILLED, step: 'machine' }, { kind: 'failed', sentence: 'No.' });
    expect(state).toMatchObject({
      step: 'machine',
      problems: [{ field: undefined, sentence: 'No.' }],
    });
  });
});

describe('a directory that was chosen', () => {
  it('becomes the worker’s own when it is empty', () => {
    const found = { kind: 'empty', path: '/new' } as const;
    expect(stateAfter(FILLED, { kind: 'directory-found', found }).settings.basedir).toBe('/new');
  });

  it('is offered for adoption when a worker has worked in it, and can be left again', () => {
    const offered = stateAfter(FILLED, { kind: 'directory-found', found: OLD });
    expect(offered.oldWorker).toBe(OLD);
    expect(stateAfter(offered, { kind: 'old-worker-left' })).toEqual(FILLED);
  });

  it('is adopted as the user chose', () => {
    const adoption = { upgrades: true };
    const { state, effects } = reduce(
      { ...FILLED, oldWorker: OLD },
      { kind: 'adoption-requested', adoption },
    );
    expect(state.isAdding).toBe(true);
    expect(effects).toEqual([{ kind: 'adopt', path: '/old', adoption }]);
  });
});

it.each([
  ['machine', 'master'],
  ['master', 'master'],
] as const)('the step before %s is %s', (step, before) => {
  expect(stepBefore(step)).toBe(before);
});
