import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { rehearse } from '../../../../../main/cli/verbs/rehearse.ts';
import {
  REHEARSAL_NOT_STARTED,
  type RehearsalState,
} from '../../../../../main/contract/rehearsal/rehearsal-view.ts';
import { RehearsalSession } from '../../../../../main/rehearsal-session/rehearsal-session.ts';
import { FakeTerminal } from '../../../../support/fake-terminal.ts';

vi.mock('../../../../../main/rehearsal-session/rehearsal-session.ts');

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const before = new Map(SIGNALS.map((signal) => [signal, process.listeners(signal)]));
beforeEach(() => {
  vi.resetAllMocks();
  for (const signal of SIGNALS) process.removeAllListeners(signal);
});
afterEach(() => {
  for (const [signal, listeners] of before) {
    process.removeAllListeners(signal);
    for (const listener of listeners) process.on(signal, listener);
  }
});

function endsWith(state: RehearsalState): void {
  vi.mocked(RehearsalSession.prototype.run).mockResolvedValue({ ...REHEARSAL_NOT_STARTED, state });
}

it.each<[RehearsalState, number]>([
  [{ kind: 'done', verdict: { kind: 'as-planned' } }, 0],
  [{ kind: 'done', verdict: { kind: 'otherwise', step: 'compile' } }, 1],
  [{ kind: 'cancelled' }, 1],
])('ends with a status that a script can go by: %j', async (state, status) => {
  endsWith(state);
  expect(await rehearse.perform([], {}, new FakeTerminal())).toBe(status);
});

it.each([
  [true, 0],
  [undefined, 1],
])('waits between lines unless it is to be quick: %s', async (quick, pauseSeconds) => {
  endsWith({ kind: 'cancelled' });
  await rehearse.perform([], { quick }, new FakeTerminal());
  expect(RehearsalSession).toHaveBeenCalledWith(expect.objectContaining({ pauseSeconds }));
});

describe('a signal', () => {
  it.each(SIGNALS)('%s cancels it, and a second one ends the program at once', async (signal) => {
    endsWith({ kind: 'cancelled' });
    const exit = vi.spyOn(process, 'exit').mockImplementation(() => undefined as never);
    await rehearse.perform([], {}, new FakeTerminal());
    process.emit(signal, signal);
    expect(RehearsalSession.prototype.cancel).toHaveBeenCalledOnce();
    expect(exit).not.toHaveBeenCalled();
    process.emit(signal, signal);
    expect(exit).toHaveBeenCalledWith(1);
  });
});
