import { describe, expect, it } from 'vitest';
import type { CheckDraft } from '../../../../main/checks/check.ts';
import { checkName } from '../../../../main/checks/check-name.ts';
import type { MasterAddress } from '../../../../main/worker-settings/worker-config.ts';
import { addressAt, wordsOf } from '../../../support/check-drafts.ts';

const run = (draft: CheckDraft) => wordsOf(checkName(draft));

describe('the name of a master', () => {
  it.each([
    ['localhost', /^passed: localhost resolves to .*(127\.0\.0\.1|::1)/],
    ['127.0.0.1', /^skipped: 127\.0\.0\.1 is an address, not a name\./],
    ['no-such-host.invalid', /^failed: .*no-such-host\.invalid/],
  ])('%s is looked up', async (host, words) => {
    expect(await run({ address: addressAt(9989, host) })).toMatch(words);
  });

  it('is that of the proxy where one is set', async () => {
    const address: MasterAddress = {
      kind: 'host',
      host: 'ci.invalid',
      port: 9989,
      useTls: false,
      proxyConnectionString: 'tcp:localhost:3128',
    };
    expect(await run({ address })).toMatch(/^passed: localhost/);
  });
});
