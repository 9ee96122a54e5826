import { describe, expect, it } from 'vitest';
import {
  meantResultOf,
  REHEARSAL_STEP_NAMES,
  type RehearsalOutput,
  type RehearsalStepName,
  type RehearsalStepResult,
} from '../../../../main/contract/rehearsal/rehearsal-view.ts';
import type { StepRecord } from '../../../../main/rehearsal-master/build/build-record.ts';
import {
  RehearsalProgress,
  stepNameAt,
} from '../../../../main/rehearsal-session/rehearsal-progress.ts';

function recordOf(name: string, result: RehearsalStepResult, report?: string): StepRecord {
  const uploads = report === undefined ? [] : [['report.txt', Buffer.from(report)] as const];
  return {
    name,
    result,
    startedAt: 1,
    endedAt: 2,
    output: [],
    values: new Map(),
    uploads: new Map(uploads),
    rc: 0,
    failure: undefined,
  };
}

function stepOf(progress: RehearsalProgress, name: RehearsalStepName) {
  return progress.view.steps.find((step) => step.name === name);
}

describe('what is seen of a rehearsal', () => {
  it('changes with each step', () => {
    const progress = new RehearsalProgress();
    let changes = 0;
    progress.onChanged(() => {
      changes += 1;
    });
    progress.stepStarted('compile', 7);
    expect(stepOf(progress, 'compile')).toMatchObject({ startedAt: 7, result: undefined });
    progress.stepEnded('compile', recordOf('compile', 'success'));
    expect(stepOf(progress, 'compile')).toMatchObject({ result: 'success', endedAt: 2 });
    expect(changes).toBe(2);
  });

  it('has a step that never began as skipped, whatever became of it', () => {
    const progress = new RehearsalProgress();
    progress.stepEnded('test', recordOf('test', 'success'));
    expect(stepOf(progress, 'test')).toMatchObject({ result: 'skipped', startedAt: undefined });
  });

  it('shows the report that arrived at the master', () => {
    const progress = new RehearsalProgress();
    const printed: RehearsalOutput[] = [];
    progress.onPrinted((output) => printed.push(output));
    progress.stepStarted('upload', 1);
    progress.stepEnded('upload', recordOf('upload', 'success', 'ok ü\n'));
    expect(printed).toEqual([
      { step: 'upload', stream: 'master', text: 'report.txt has arrived, 6 bytes:\nok ü\n' },
    ]);
  });

  it('ends as meant, or names the first step that did not', () => {
    const ended = (odd?: RehearsalStepName) => {
      const progress = new RehearsalProgress();
      for (const name of REHEARSAL_STEP_NAMES) {
        progress.stepStarted(name, 1);
        progress.stepEnded(name, recordOf(name, name === odd ? 'exception' : meantResultOf(name)));
      }
      return progress.verdict();
    };
    expect(ended()).toEqual({ kind: 'as-planned' });
    expect(ended('style')).toEqual({ kind: 'otherwise', step: 'style' });
  });

  it('has a name for each step of the build, and no more', () => {
    expect(REHEARSAL_STEP_NAMES.map((_name, at) => stepNameAt(at))).toEqual(REHEARSAL_STEP_NAMES);
    expect(() => stepNameAt(REHEARSAL_STEP_NAMES.length)).toThrow('no step 6');
  });
});
