import { describe, expect, it, vi } from 'vitest';
import { status } from '../../../../../main/cli/verbs/status.ts';
import type { Language } from '../../../../../main/contract/language.ts';
import { FakeTerminal } from '../../../../support/fake-terminal.ts';
import { stageBuildbotWorker, stageNone, stageRunning } from '../../../../support/staged-worker.ts';

vi.mock('../../../../../main/cli/running-worker/find-worker.ts', async () => {
  return (await import('../../../../support/staged-worker.ts')).stagedFindWorker;
});

async function shown(options: { readonly json?: boolean } = {}, language: Language = 'en') {
  const terminal = new FakeTerminal(language);
  const exit = await status.perform(['/w'], options, terminal);
  return { exit, stdout: terminal.stdout };
}

describe('status', () => {
  it('of a worker that runs is 0, with a row for each fact', async () => {
    const control = stageRunning();
    const { exit, stdout } = await shown();
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^worker {4}w1 in \/w\nstate {5}Idle, connected to ci:9989\n/);
    expect(control.isClosed).toBe(true);
  });

  it('is 1 where no worker runs', async () => {
    stageNone();
    expect(await shown()).toEqual({ exit: 1, stdout: 'worker not running\n' });
  });

  it('names buildbot-worker, which can be asked nothing', async () => {
    stageBuildbotWorker();
    expect(await shown()).toEqual({
      exit: 0,
      stdout: 'run by buildbot-worker (process 8), which does not show its state\n',
    });
  });

  it.each([
    ['none runs', stageNone],
    ['buildbot-worker runs', stageBuildbotWorker],
    ['one of Buildtray runs', stageRunning],
  ])('as JSON is the same in every language where %s', async (_who, set) => {
    set();
    const english = await shown({ json: true });
    expect(await shown({ json: true }, 'de')).toEqual(english);
    expect(JSON.parse(english.stdout)).toMatchObject({ basedir: '/w' });
  });
});
