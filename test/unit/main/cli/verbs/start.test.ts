import { beforeEach, describe, expect, it, vi } from 'vitest';
import { start, startText } from '../../../../../main/cli/verbs/start.ts';
import type {
  StartedWorker,
  StartStage,
} from '../../../../../main/cli/worker-process/start-in-background.ts';
import { foreignProblem } from '../../../../../main/contract/problem.ts';
import { wordsIn } from '../../../../../main/texts/words.ts';
import { FakeTerminal } from '../../../../support/fake-terminal.ts';
import { settingsDirectory } from '../../../../support/settings-directory.ts';
import { REFUSED, stageNone, stageRunning } from '../../../../support/staged-worker.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

vi.mock('../../../../../main/cli/running-worker/find-worker.ts', async () => {
  return (await import('../../../../support/staged-worker.ts')).stagedFindWorker;
});
vi.mock('../../../../../main/cli/worker-process/start-in-background.ts', () => ({
  startInBackground: async (_basedir: string, _dir: string, stage: StartStage) =>
    stage === 'launched' ? launched : started,
}));

const temporary = temporaryBasedir();
const PROBLEM = foreignProblem('Nothing listens there.');
/** No process has this number. */
const GONE = 2 ** 30;

let started: StartedWorker;
let launched: StartedWorker;
beforeEach(() => {
  started = { pid: 9, verdict: { kind: 'attached', master: 'ci:9989' } };
  launched = { pid: 9, verdict: { kind: 'launched' } };
});

describe('what became of a worker that was started', () => {
  it.each<[string, StartedWorker['verdict'], string]>([
    ['is attached', { kind: 'attached', master: 'ci:9989' }, 'attached to ci:9989 (process 9)'],
    [
      'keeps trying',
      { kind: 'trouble', problem: PROBLEM, isForGood: false },
      'Nothing listens there. The worker (process 9) keeps trying; `buildtray status /w` shows its state.',
    ],
    ['cannot run there', { kind: 'refused', problem: PROBLEM }, 'Nothing listens there.'],
    [
      'gave up',
      { kind: 'gave-up', problem: PROBLEM },
      'The worker gave up. Nothing listens there.',
    ],
    ['was sent away', { kind: 'sent-away' }, 'The master asked the worker to shut down.'],
    ['was asked to stop', { kind: 'asked-to-stop' }, 'The worker was asked to stop.'],
  ])('it %s', (_what, verdict, sentence) => {
    expect(startText({ pid: 9, verdict }, '/w', wordsIn('en'))).toBe(sentence);
  });

  it('it has not reported, and runs or not', () => {
    const textOf = (pid: number) => startText({ pid, verdict: undefined }, '/w', wordsIn('en'));
    expect(textOf(process.pid)).toMatch(/did not report within 10 s .*; see \/w\/worker\.log\./);
    expect(textOf(GONE)).toBe('The worker ended before it was attached; see /w/worker.log.');
  });
});

describe('start', () => {
  it('is 0 once the worker is attached', async () => {
    stageNone();
    const terminal = new FakeTerminal('de');
    expect(await start.perform(['/w'], {}, terminal)).toBe(0);
    expect(terminal.stdout).toBe('verbunden mit ci:9989 (Prozess 9)\n');
  });

  it('with --quiet is 0 once the worker runs, whatever its master answers, and prints nothing', async () => {
    stageNone();
    started = { pid: 9, verdict: { kind: 'trouble', problem: PROBLEM, isForGood: true } };
    const quiet = new FakeTerminal();
    expect(await start.perform(['/w'], { quiet: true }, quiet)).toBe(0);
    stageRunning().changeTo({ kind: 'stopped', why: undefined });
    expect(await start.perform(['/w'], { quiet: true }, quiet)).toBe(0);
    expect(quiet.stdout).toBe('');
    stageNone();
    launched = { pid: 9, verdict: { kind: 'refused', problem: PROBLEM } };
    await expect(start.perform(['/w'], { quiet: true }, quiet)).rejects.toThrow(
      'Nothing listens there.',
    );
  });

  it('prints first what the file does and is not done, each with its line', async () => {
    stageNone();
    const directory = settingsDirectory(temporary);
    const lines = "import os\nos.umask(0o22)\nos.environ['A'] = 'b'\n";
    await directory.write(lines + directory.plain({ tacEnvironment: false }));
    const terminal = new FakeTerminal();
    await start.perform([temporary.path], {}, terminal);
    expect(terminal.lines).toEqual([
      expect.stringMatching(/^! .*line 2.* \(`os\.umask\(0o22\)`\).*is not done\.$/),
      expect.stringMatching(/^! .*line 3.*\(A\).*buildtray_tac_environment/),
      'attached to ci:9989 (process 9)',
    ]);
    const quiet = new FakeTerminal();
    await start.perform([temporary.path], { quiet: true }, quiet);
    expect(quiet.stdout).toBe('');
  });

  it('fails with a sentence where it is not', async () => {
    stageNone();
    started = { pid: 9, verdict: { kind: 'refused', problem: PROBLEM } };
    await expect(start.perform(['/w'], {}, new FakeTerminal())).rejects.toThrow(
      'Nothing listens there.',
    );
  });

  it('has a worker that was stopped in the tray app connect again', async () => {
    const control = stageRunning();
    control.changeTo({ kind: 'stopped', why: undefined });
    const terminal = new FakeTerminal();
    expect(await start.perform(['/w'], {}, terminal)).toBe(0);
    expect(control.requested).toMatchObject([{ kind: 'connect' }]);
    expect(terminal.stdout).toBe('the worker in /w connects again, in the tray app (process 7)\n');
    control.performed = REFUSED;
    await expect(start.perform(['/w'], {}, terminal)).rejects.toThrow('does not do that now');
  });

  it('refuses a directory whose worker runs', async () => {
    stageRunning();
    await expect(start.perform(['/w'], {}, new FakeTerminal())).rejects.toThrow(
      '/w is already run by Buildtray (process 7); stop that one first.',
    );
  });
});
