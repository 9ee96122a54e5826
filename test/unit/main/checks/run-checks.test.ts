import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CheckDraft, CheckResult } from '../../../../main/checks/check.ts';
import { runChecks } from '../../../../main/checks/run-checks.ts';
import { foreignProblem } from '../../../../main/contract/problem.ts';
import { RehearsalMaster } from '../../../../main/rehearsal-master/rehearsal-master.ts';
import { addressAt, never } from '../../../support/check-drafts.ts';
import { inEnglish } from '../../../support/in-english.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

const temporary = temporaryBasedir();
let master: RehearsalMaster;
beforeEach(async () => {
  master = await RehearsalMaster.listen({ workers: { w1: 'secret' }, builders: ['linux'] });
});
afterEach(() => master.close());

describe('all checks', () => {
  async function all(draft: CheckDraft, known = {}): Promise<readonly CheckResult[]> {
    const results: CheckResult[] = [];
    for await (const result of runChecks(draft, never, known)) results.push(result);
    return results;
  }
  const statesOf = (results: readonly CheckResult[]) =>
    results.map(({ id, state }) => `${id} ${state}`);

  it('come in the order of the way to the master', async () => {
    const draft: CheckDraft = {
      address: addressAt(master.port),
      protocol: 'pb',
      workerName: 'w1',
      password: 'secret',
      basedir: temporary.path,
    };
    expect(statesOf(await all(draft)).slice(0, 6)).toEqual([
      ...['name skipped', 'port passed', 'certificate skipped', 'speaks passed', 'login passed'],
      'directory passed',
    ]);
  });

  it('leave out what makes no sense after one that failed', async () => {
    const results = await all({ address: addressAt(1), basedir: temporary.path });
    expect(statesOf(results).slice(1, 6)).toEqual([
      ...['port failed', 'certificate skipped', 'speaks skipped', 'login skipped'],
      'directory passed',
    ]);
    expect(inEnglish(results[4]!.finding)).toContain('Skipped');
  });

  it('report nothing about a draft that is empty', async () => {
    const states = new Set((await all({})).map(({ state }) => state));
    expect([...states]).toEqual(['skipped']);
  });

  it('take what is known already', async () => {
    const login = {
      id: 'login',
      state: 'passed',
      finding: foreignProblem('It is attached.'),
      help: undefined,
    };
    const results = await all({ address: addressAt(master.port) }, { login });
    expect(results.find(({ id }) => id === 'login')).toEqual(login);
  });

  it('end early when nobody waits for them any more', async () => {
    const abort = new AbortController();
    const results: string[] = [];
    for await (const { id } of runChecks({}, abort.signal)) {
      results.push(id);
      abort.abort();
    }
    expect(results).toEqual(['name']);
  });
});
