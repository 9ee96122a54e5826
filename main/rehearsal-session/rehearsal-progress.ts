import {
  meantResultOf,
  REHEARSAL_NOT_STARTED,
  REHEARSAL_STEP_NAMES,
  type RehearsalOutput,
  type RehearsalState,
  type RehearsalStep,
  type RehearsalStepName,
  type RehearsalVerdict,
  type RehearsalView,
} from '../contract/rehearsal/rehearsal-view.ts';
import type { WorkerStatus } from '../contract/worker/worker-status.ts';
import { Emitter } from '../lib/emitter.ts';
import type { StepRecord } from '../rehearsal-master/build/build-record.ts';
import { REPORT_FILENAME } from '../rehearsal-master/sample/sample-build.ts';

/** What can be seen of a rehearsal: changes come in, views and output go out. */
export class RehearsalProgress {
  readonly #changed = new Emitter<RehearsalView>();
  readonly #printed = new Emitter<RehearsalOutput>();
  #view: RehearsalView = REHEARSAL_NOT_STARTED;

  get view(): RehearsalView {
    return this.#view;
  }

  readonly onChanged = this.#changed.on.bind(this.#changed);
  readonly onPrinted = this.#printed.on.bind(this.#printed);

  enter(state: RehearsalState): void {
    this.#change({ state });
  }

  workerIs(workerStatus: WorkerStatus | undefined): void {
    this.#change({ workerStatus });
  }

  stepStarted(step: RehearsalStepName, now: number): void {
    this.#changeStep(step, { startedAt: now });
  }

  hasStarted(step: RehearsalStepName): boolean {
    return this.#view.steps.some(({ name, startedAt }) => name === step && startedAt !== undefined);
  }

  /** A step that was never shown to start was skipped, whatever became of it. */
  stepEnded(step: RehearsalStepName, record: StepRecord): void {
    if (!this.hasStarted(step)) {
      this.#changeStep(step, { result: 'skipped' });
      return;
    }
    const report = record.uploads.get(REPORT_FILENAME);
    if (report) this.printed({ step, stream: 'master', text: arrivalText(report) });
    const { result, startedAt, endedAt } = record;
    this.#changeStep(step, { result, startedAt, endedAt });
  }

  printed(output: RehearsalOutput): void {
    this.#printed.emit(output);
  }

  verdict(): RehearsalVerdict {
    const odd = this.#view.steps.find(({ name, result }) => result !== meantResultOf(name));
    return odd ? { kind: 'otherwise', step: odd.name } : { kind: 'as-planned' };
  }

  #changeStep(name: RehearsalStepName, changes: Partial<RehearsalStep>): void {
    const steps = this.#view.steps.map((step) =>
      step.name === name ? { ...step, ...changes } : step,
    );
    this.#change({ steps });
  }

  #change(changes: Partial<RehearsalView>): void {
    this.#view = { ...this.#view, ...changes };
    this.#changed.emit(this.#view);
  }
}

/** The step at a place in the build's plan, which has the contract's names. */
export function stepNameAt(index: number): RehearsalStepName {
  const name = REHEARSAL_STEP_NAMES[index];
  if (name === undefined) throw new Error(`the rehearsal has no step ${index}`);
  return name;
}

function arrivalText(report: Uint8Array): string {
  const text = Buffer.from(report).toString('utf8');
  return `${REPORT_FILENAME} has arrived, ${report.length} bytes:\n${text}`;
}
