import { type Clock, systemClock } from '../../lib/clock.ts';
import type { AttachedWorker } from '../attached-worker.ts';
import type { BuildPlan, StepPlan } from './build-plan.ts';
import type { BuildRecord, OutputChunk, StepRecord } from './build-record.ts';
import { effectFrom, type Result, worseOf } from './results.ts';
import { StepRun } from './step-run.ts';

export interface BuildRunOptions {
  readonly clock?: Clock;
  readonly onProgress?: (progress: BuildProgress) => void;
}

/** `index` is the step's place in the plan. */
export type BuildProgress =
  | { readonly kind: 'step-started'; readonly index: number }
  | { readonly kind: 'printed'; readonly index: number; readonly chunk: OutputChunk }
  | { readonly kind: 'step-ended'; readonly index: number; readonly record: StepRecord };

/** A build on an attached worker, step after step, by Buildbot's rules. */
export class BuildRun {
  /** Never rejects while the worker lets the build begin: what goes wrong then is a result. */
  readonly finished: Promise<BuildRecord>;
  readonly #worker: AttachedWorker;
  readonly #plan: BuildPlan;
  readonly #options: BuildRunOptions;
  #step: StepRun | undefined;
  #interruptedBecause: string | undefined;

  private constructor(worker: AttachedWorker, plan: BuildPlan, options: BuildRunOptions) {
    this.#worker = worker;
    this.#plan = plan;
    this.#options = options;
    this.finished = this.#run();
  }

  /**
   * Begins a build.
   *
   * Errors: `finished` rejects with a RaisedError for a worker that takes no new build, and with a
   *         BrokerError for one that is gone; it has begun no step then.
   */
  static start(worker: AttachedWorker, plan: BuildPlan, options: BuildRunOptions = {}): BuildRun {
    return new BuildRun(worker, plan, options);
  }

  /** Ends the running step; only steps that always run follow. */
  interrupt(why: string): void {
    this.#interruptedBecause ??= why;
    this.#step?.interrupt(why);
  }

  async #run(): Promise<BuildRecord> {
    const { builderName } = this.#plan;
    const hold = this.#worker.hold();
    try {
      await this.#worker.startBuild(builderName);
      return { builderName, ...(await this.#runSteps()) };
    } finally {
      hold.dispose();
    }
  }

  async #runSteps(): Promise<Omit<BuildRecord, 'builderName'>> {
    const steps: StepRecord[] = [];
    let result: Result = 'success';
    let isHalted = false;
    let isLost = false;
    for (const [index, plan] of this.#plan.steps.entries()) {
      const isStopped = isHalted || this.#interruptedBecause !== undefined;
      const isSkipped: boolean = isLost || (isStopped && !plan.alwaysRun);
      const record: StepRecord = isSkipped ? skipped(plan) : await this.#runStep(index, plan);
      steps.push(record);
      this.#report({ kind: 'step-ended', index, record });
      if (isSkipped) continue;
      const effect = effectFrom(result, record.result, plan);
      result = effect.buildResult;
      isHalted ||= effect.halts;
      isLost ||= record.result === 'retry';
    }
    if (this.#interruptedBecause !== undefined) result = worseOf(result, 'cancelled');
    return { result, steps };
  }

  async #runStep(index: number, plan: StepPlan): Promise<StepRecord> {
    this.#report({ kind: 'step-started', index });
    this.#step = new StepRun({
      worker: this.#worker,
      builderName: this.#plan.builderName,
      plan,
      clock: this.#options.clock ?? systemClock,
      onOutput: (chunk) => this.#report({ kind: 'printed', index, chunk }),
    });
    const record = await this.#step.run();
    this.#step = undefined;
    return record;
  }

  #report(progress: BuildProgress): void {
    this.#options.onProgress?.(progress);
  }
}

function skipped({ name }: StepPlan): StepRecord {
  return {
    name,
    result: 'skipped',
    startedAt: undefined,
    endedAt: undefined,
    output: [],
    values: new Map(),
    uploads: new Map(),
    rc: undefined,
    failure: undefined,
  };
}
