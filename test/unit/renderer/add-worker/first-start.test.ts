import { describe, expect, it } from 'vitest';
import type { CheckResult } from '../../../../main/contract/adding/checks.ts';
import { foreignProblem } from '../../../../main/contract/problem.ts';
import {
  FIRST_START,
  type FirstStartAction,
  type FirstStartState,
  isStopped,
  loginOf,
  reduce,
  stepBefore,
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
const NEXT: FirstStartAction = { kind: 'next-requested', sentences: SENTENCES, speaks: undefined };
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
  it('fills the form and settles a login that came with its password', () => {
    const text = 'buildbot-worker create-worker --relocatable /w ci.example.org:9990 w p';
    const pasted = readPaste(text);
    const { state, effects } = reduce(FIRST_START, {
      kind: 'text-read',
      pasted,
      settings: pasted.settings,
    });
    expect(state.settings).toMatchObject({ host: 'ci.example.org', workerName: 'w' });
    expect(state.isRelocatable).toBe(true);
    expect(state.settledLogin).toBe(loginOf({ workerName: 'w', password: 'p' }));
    expect(state.note?.settings).toBe(pasted.settings);
    expect(effects).toEqual([]);
  });

  it('settles no login without a password', () => {
    const pasted = readPaste('ci.example.org:9990');
    const read = stateAfter(FIRST_START, { kind: 'text-read', pasted, settings: pasted.settings });
    expect(read.settledLogin).toBeUndefined();
  });

  it('has the administrator’s address hidden where the command asks for that', () => {
    const admin = 'Ada <ada@example.org>';
    const pasted = {
      ...readPaste('ci.example.org:9990'),
      hostinfo: { admin },
      switches: { isRelocatable: false, isMunged: true },
    };
    const { effects } = reduce(FIRST_START, { kind: 'text-read', pasted, settings: {} });
    expect(effects).toEqual([{ kind: 'munge-admin', admin }]);
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
      settledLogin: loginOf(FILLED.settings),
    });
  });

  it.each([
    ['master', 'machine'],
    ['machine', 'summary'],
  ] as const)('leads from %s to %s when no check has failed', (from, to) => {
    const state = stateAfter({ ...FILLED, step: from }, NEXT, { kind: 'checks-ended', failed: [] });
    expect(state).toMatchObject({ step: to, isLeaving: false });
  });

  it('stops at a failed check once, and goes on when it is made again', () => {
    const ended: FirstStartAction = { kind: 'checks-ended', failed: [FAILED] };
    const { state: stopped, effects } = reduce(stateAfter(FILLED, NEXT), ended);
    expect(stopped.step).toBe('master');
    expect(effects).toEqual([{ kind: 'focus', field: 'password' }]);
    expect(isStopped(stopped, [FAILED])).toBe(true);
    expect(stateAfter(stopped, NEXT, ended).step).toBe('machine');
  });

  it('stops again once the form has changed', () => {
    const ended: FirstStartAction = { kind: 'checks-ended', failed: [FAILED] };
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
    const { state, effects } = reduce({ ...FILLED, step: 'summary' }, { ...NEXT, speaks });
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
    const problems = [{ field: 'basedir', sentence: 'It is not empty.' }] as const;
    const { state, effects } = reduce(
      { ...FILLED, step: 'summary', isAdding: true },
      { kind: 'refused', problems },
    );
    expect(state).toMatchObject({ step: 'machine', problems, isAdding: false });
    expect(effects).toEqual([{ kind: 'focus', field: 'basedir' }]);
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
  ['summary', 'machine'],
  ['machine', 'master'],
  ['master', 'master'],
] as const)('the step before %s is %s', (step, before) => {
  expect(stepBefore(step)).toBe(before);
});
