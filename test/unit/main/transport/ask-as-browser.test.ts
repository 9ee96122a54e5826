import { expect, it } from 'vitest';
import { foreignProblem } from '../../../../main/contract/problem.ts';
import { failed } from '../../../../main/lib/outcome.ts';
import { askAsBrowser } from '../../../../main/transport/ask-as-browser.ts';
import { FakeClock } from '../../../support/fake-clock.ts';

const ADDRESS = {
  kind: 'host',
  host: 'ci',
  port: 80,
  useTls: false,
  proxyConnectionString: undefined,
} as const;

it('a port that cannot be reached answers nothing', async () => {
  const refused = { kind: 'refused', problem: foreignProblem('Nobody listens.') } as const;
  const clock = new FakeClock();
  const { signal } = new AbortController();
  expect(await askAsBrowser(async () => failed(refused), ADDRESS, clock, signal)).toBeUndefined();
  expect(clock.pendingTimers).toBe(0);
});
