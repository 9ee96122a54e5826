import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { CheckDraft } from '../../../../main/checks/check.ts';
import { checkLogin } from '../../../../main/checks/check-login.ts';
import { RehearsalMaster } from '../../../../main/rehearsal-master/rehearsal-master.ts';
import { addressAt, never, wordsOf } from '../../../support/check-drafts.ts';

let master: RehearsalMaster;
beforeEach(async () => {
  master = await RehearsalMaster.listen({ workers: { w1: 'secret' }, builders: ['linux'] });
});
afterEach(() => master.close());
const run = (draft: CheckDraft) => wordsOf(checkLogin(draft, never));

describe('the login', () => {
  const login = (password: string): CheckDraft => ({
    address: addressAt(master.port),
    workerName: 'w1',
    password,
  });

  it('is accepted, and nothing is attached', async () => {
    let hasAttached = false;
    void master.nextAttached().then(() => {
      hasAttached = true;
    });
    expect(await run(login('secret'))).toMatch(/^passed: .* accepts the worker w1\.$/);
    // A second one is no duplicate: nothing of the first is left.
    expect(await run(login('secret'))).toMatch(/^passed/);
    expect(hasAttached).toBe(false);
  });

  it('is refused with a wrong password', async () => {
    expect(await run(login('wrong'))).toMatch(/^failed: .*name w1 or its password is wrong/);
  });

  it('is not tried before all is set', async () => {
    expect(await run({ address: addressAt(master.port), workerName: 'w1' })).toMatch(/^skipped/);
  });

  it('ends soon when nobody waits for it any more', async () => {
    const abort = new AbortController();
    const silent = createServer((socket) => {
      socket.on('error', () => {});
      abort.abort();
    });
    onTestFinished(() => void silent.close());
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const address = silent.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const draft = { address: addressAt(port), workerName: 'w1', password: 'secret' };
    expect((await checkLogin(draft, abort.signal)).state).toBe('failed');
  });
});
