import { expect, it } from 'vitest';
import { foreignProblem } from '../../../../main/contract/problem.ts';
import { systemClock } from '../../../../main/lib/clock.ts';
import { failed } from '../../../../main/lib/outcome.ts';
import { askAsBrowser } from '../../../../main/transport/ask-as-browser.ts';
import { createDial } from '../../../../main/transport/dial.ts';
import { FakeClock } from '../../../support/fake-clock.ts';
import { testServers } from './listening.ts';

const servers = testServers();

const ADDRESS = {
  kind: 'host',
  host: 'ci',
  port: 80,
  useTls: false,
  proxyConnectionString: undefined,
} as const;

it('a port that closes when it is asked answers no bytes', async () => {
  const port = await servers.portOf(servers.answering(''));
  const { signal } = new AbortController();
  const address = { ...ADDRESS, host: '127.0.0.1', port };
  expect(await askAsBrowser(createDial({}), address, systemClock, signal)).toEqual(
    new Uint8Array(0),
  );
});

it('a port that cannot be reached answers nothing', async () => {
  const refused = { kind: 'refused', problem: foreignProblem('Nobody listens.') } as const;
  const clock = new FakeClock();
  const { signal } = new AbortController();
  expect(await askAsBrowser(async () => failed(refused), ADDRESS, clock, signal)).toBeUndefined();
  expect(clock.pendingTimers).toBe(0);
});
