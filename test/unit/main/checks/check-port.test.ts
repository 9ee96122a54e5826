import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CheckDraft } from '../../../../main/checks/check.ts';
import { checkPort } from '../../../../main/checks/check-port.ts';
import { RehearsalMaster } from '../../../../main/rehearsal-master/rehearsal-master.ts';
import { addressAt, never, wordsOf } from '../../../support/check-drafts.ts';

let master: RehearsalMaster;
beforeEach(async () => {
  master = await RehearsalMaster.listen({ workers: { w1: 'secret' }, builders: ['linux'] });
});
afterEach(() => master.close());
const run = (draft: CheckDraft) => wordsOf(checkPort(draft, never));

describe('the port of a master', () => {
  it('answers, or nobody is there', async () => {
    const { port } = master;
    expect(await run({ address: addressAt(port) })).toBe(`passed: 127.0.0.1:${port} answers.`);
    await master.close();
    expect(await run({ address: addressAt(port) })).toMatch(/^failed: Nothing listens on port/);
  });
});
