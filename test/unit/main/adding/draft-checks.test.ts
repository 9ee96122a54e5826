import { expect, it } from 'vitest';
import { DraftChecks } from '../../../../main/adding/draft-checks.ts';
import type { CheckDraft, CheckResult } from '../../../../main/checks/check.ts';
import { CHECKS } from '../../../../main/checks/run-checks.ts';
import { foreignProblem } from '../../../../main/contract/problem.ts';

const passed: CheckResult = {
  id: 'port',
  state: 'passed',
  finding: foreignProblem('well'),
  help: undefined,
};

function checksThatWait() {
  const asked: { draft: CheckDraft; signal: AbortSignal; answer: () => void }[] = [];
  const port = (draft: CheckDraft, signal: AbortSignal): Promise<CheckResult> =>
    new Promise((resolve) => {
      asked.push({ draft, signal, answer: () => resolve(passed) });
    });
  return { asked, checks: new DraftChecks({ ...CHECKS, port }) };
}

const PIN = `sha256:${'ab'.repeat(32)}`;

it('asks with what was typed, as far as it makes sense', async () => {
  const { asked, checks } = checksThatWait();
  const settings = {
    host: ' [::1] ',
    port: '99',
    useTls: 'True',
    workerName: ' ',
    password: ' p ',
    protocol: 'auto',
    basedir: '/w/',
    tlsPin: ` ${PIN} `,
    proxyUser: 'ada',
    proxyPassword: ' p ',
  };
  const result = checks.run({ id: 'port', settings });
  asked[0]?.answer();
  expect(await result).toEqual(passed);
  expect(asked[0]?.draft).toEqual({
    address: {
      kind: 'host',
      host: '::1',
      port: 99,
      useTls: true,
      proxyConnectionString: undefined,
    },
    protocol: undefined,
    path: undefined,
    workerName: undefined,
    password: ' p ',
    basedir: '/w/',
    extras: {
      tls: { pin: PIN, authorities: undefined },
      proxy: { user: 'ada', password: ' p ' },
    },
  });
  void checks.run({ id: 'port', settings: { host: 'ci', port: '99999' } });
  expect(asked[1]?.draft.address).toBeUndefined();
});

it('ends a check once a newer one is wanted, or nobody waits', async () => {
  const { asked, checks } = checksThatWait();
  const first = checks.run({ id: 'port', settings: {} });
  const second = checks.run({ id: 'port', settings: {} });
  expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  checks.stop();
  expect(asked[1]?.signal.aborted).toBe(true);
  for (const { answer } of asked) answer();
  expect(await Promise.all([first, second])).toEqual([undefined, undefined]);
});
