import { expect, it, vi } from 'vitest';
import { restart } from '../../../../../main/cli/verbs/restart.ts';
import { FakeTerminal } from '../../../../support/fake-terminal.ts';

const { stopStatus, calls } = vi.hoisted(() => ({
  stopStatus: { value: 0 },
  calls: [] as string[],
}));
vi.mock('../../../../../main/cli/verbs/stop.ts', () => ({
  stop: {
    perform: async () => {
      calls.push('stop');
      return stopStatus.value;
    },
  },
}));
vi.mock('../../../../../main/cli/verbs/start.ts', () => ({
  start: {
    perform: async () => {
      calls.push('start');
      return 0;
    },
  },
}));

it.each([
  ['starts the worker once it has stopped', 0, ['stop', 'start']],
  ['starts none while the old one goes on', 1, ['stop']],
])('%s', async (_what, status, called) => {
  calls.length = 0;
  stopStatus.value = status;
  expect(await restart.perform(['/w'], {}, new FakeTerminal())).toBe(status);
  expect(calls).toEqual(called);
});
