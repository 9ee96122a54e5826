import { describe, expect, it } from 'vitest';
import {
  CHECK_IDS,
  type CheckId,
  type CheckResult,
} from '../../../../main/contract/adding/checks.ts';
import type { DraftSettings } from '../../../../main/contract/adding/worker-draft.ts';
import { foreignProblem } from '../../../../main/contract/problem.ts';
import {
  type Known,
  keyOf,
  nextCheck,
  resultOf,
} from '../../../../renderer/add-worker/next-check.ts';

const FULL: DraftSettings = {
  host: 'ci',
  port: '9989',
  workerName: 'w',
  password: 'p',
  basedir: '/w',
};

function checked(
  settings: DraftSettings,
  states: Readonly<Partial<Record<CheckId, CheckResult['state']>>>,
): Known {
  return Object.fromEntries(
    CHECK_IDS.flatMap((id) => {
      const state = states[id];
      const result = { id, state, finding: foreignProblem('-'), help: undefined };
      return state === undefined ? [] : [[id, { key: keyOf(id, settings), result }]];
    }),
  );
}

/** The checks in the order in which they are made when each of them ends in this state. */
function orderOf(settings: DraftSettings, state: CheckResult['state'] = 'passed'): CheckId[] {
  const made: CheckId[] = [];
  for (;;) {
    const known = checked(settings, Object.fromEntries(made.map((id) => [id, state])));
    const next = nextCheck(CHECK_IDS, settings, known);
    if (next === undefined) return made;
    made.push(next);
  }
}

describe('the next check', () => {
  it('is each in its order; without TLS the certificate comes after the protocol', () => {
    expect(orderOf({ ...FULL, useTls: 'True' })).toEqual(CHECK_IDS);
    expect(orderOf(FULL)).toEqual([
      ...['name', 'port', 'speaks', 'certificate', 'login', 'directory', 'disk', 'clock'],
    ]);
  });

  it('is none after one that failed, on which the others rest', () => {
    expect(orderOf(FULL, 'failed')).toEqual(['name']);
    const ids = ['directory', 'disk', 'clock'] as const;
    expect(nextCheck(ids, FULL, checked(FULL, { directory: 'failed' }))).toBe('disk');
  });

  it('leaves out what the form does not say yet', () => {
    expect(orderOf({})).toEqual(['clock']);
    expect(orderOf({ basedir: '/w' })).toEqual(['directory', 'disk', 'clock']);
    expect(orderOf({ host: 'ci', port: '99999' })).toEqual(['clock']);
    expect(orderOf({ ...FULL, password: '' })).not.toContain('login');
    expect(orderOf({ connectionString: 'tcp:ci:9989' })).toContain('speaks');
  });
});

describe('a result', () => {
  const known = checked(FULL, { port: 'passed', login: 'passed' });

  it('counts as long as the form says the same', () => {
    expect(resultOf('port', { ...FULL, host: ' ci ' }, known)?.state).toBe('passed');
    expect(resultOf('port', { ...FULL, port: '9990' }, known)).toBeUndefined();
    expect(resultOf('port', { ...FULL, password: 'other' }, known)?.state).toBe('passed');
    expect(resultOf('login', { ...FULL, password: 'other' }, known)).toBeUndefined();
    expect(resultOf('clock', FULL, known)).toBeUndefined();
  });
});
