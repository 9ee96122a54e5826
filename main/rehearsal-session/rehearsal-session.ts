import { because, type Problem, problem } from '../contract/problem.ts';
import { ProblemError, problemOf } from '../contract/problem-error.ts';
import type {
  RehearsalOutput,
  RehearsalState,
  RehearsalStepName,
  RehearsalView,
} from '../contract/rehearsal/rehearsal-view.ts';
import { type Clock, systemClock } from '../lib/clock.ts';
import type { Teardown } from '../lib/teardown.ts';
import type { AttachedWorker } from '../rehearsal-master/attached-worker.ts';
import { type BuildProgress, BuildRun } from '../rehearsal-master/build/build-run.ts';
import { sampleBuild } from '../rehearsal-master/sample/sample-build.ts';
import { fileReasonOf } from '../system/file-reason.ts';
import type { Worker } from '../worker/worker.ts';
import { makeRehearsalPair, type RehearsalPair } from './make-rehearsal-pair.ts';
import { CancelledError, Patience } from './patience.ts';
import { makeRehearsalDirectory, type RehearsalDirectory } from './rehearsal-directory.ts';
import { RehearsalProgress, stepNameAt } from './rehearsal-progress.ts';

export interface RehearsalOptions {
  /** Where its directory is made, and removed at the end. */
  readonly parentDir: string;
  /** Seconds to wait between lines, so that people can watch; 0 for machines. */
  readonly pauseSeconds: number;
  readonly clock?: Clock;
  readonly platform?: NodeJS.Platform;
}

const CANCELLED_BECAUSE = 'the rehearsal was cancelled';
/** How long a cancelled step may take to end in order. */
const INTERRUPT_MS = 2_000;
/** How long connecting, and leaving, may take on the same machine. */
const PATIENCE_MS = 30_000;

/**
 * A whole rehearsal, once: a real worker in a directory of its own, a small master on loopback, a
 * build of the sample, a graceful shutdown; at its end nothing is left of it.
 */
export class RehearsalSession {
  readonly #options: RehearsalOptions;
  readonly #clock: Clock;
  readonly #progress = new RehearsalProgress();
  readonly #patience: Patience;
  #running: Promise<RehearsalView> | undefined;
  #isCancelling = false;
  #directory: RehearsalDirectory | undefined;
  #pair: RehearsalPair | undefined;
  #build: BuildRun | undefined;
  #hasLeft: Promise<void> | undefined;

  constructor(options: RehearsalOptions) {
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
    this.#patience = new Patience(this.#clock);
  }

  get view(): RehearsalView {
    return this.#progress.view;
  }

  onChanged(listener: (view: RehearsalView) => void): Teardown {
    return this.#progress.onChanged(listener);
  }

  onPrinted(listener: (output: RehearsalOutput) => void): Teardown {
    return this.#progress.onPrinted(listener);
  }

  /** Resolves with the last view when nothing is left. A second call is the first one's. */
  run(): Promise<RehearsalView> {
    // A moment later, so that whoever is notified of its first state can cancel it.
    this.#running ??= Promise.resolve().then(() => this.#run());
    return this.#running;
  }

  /** Ends it early, in whatever state; resolves when nothing is left. Twice does no harm. */
  async cancel(): Promise<void> {
    if (this.#running === undefined) return;
    if (!this.#isCancelling) {
      this.#isCancelling = true;
      this.#progress.enter({ kind: 'cancelling' });
      await this.#interrupt();
      this.#patience.cancel();
    }
    await this.#running;
  }

  async #run(): Promise<RehearsalView> {
    const end = await this.#runToItsEnd();
    const trouble = await this.#tidyUp();
    this.#progress.workerIs(undefined);
    this.#progress.enter(trouble === undefined ? end : { kind: 'error', problem: trouble });
    return this.view;
  }

  async #runToItsEnd(): Promise<RehearsalState> {
    try {
      this.#progress.enter({ kind: 'preparing' });
      const worker = await this.#prepare();
      this.#enter({ kind: 'waiting-for-worker' });
      const attached = await this.#attach(worker);
      await this.#buildSample(attached);
      await this.#leave();
      return { kind: 'done', verdict: this.#progress.verdict() };
    } catch (error) {
      if (error instanceof CancelledError) return { kind: 'cancelled' };
      return { kind: 'error', problem: problemOf(error) };
    }
  }

  async #prepare(): Promise<Worker> {
    const directory = await makeRehearsalDirectory(this.#options.parentDir);
    if (!directory.ok) throw new ProblemError(directory.problem);
    this.#directory = directory.value;
    const pair = await makeRehearsalPair(directory.value);
    if (!pair.ok) throw new ProblemError(pair.problem);
    this.#pair = pair.value;
    if (this.#isCancelling) throw new CancelledError();
    const { worker } = pair.value.launched;
    worker.onStatusChanged((status) => this.#progress.workerIs(status));
    this.#hasLeft = new Promise((resolve) => worker.onFinished(() => resolve()));
    return worker;
  }

  async #attach(worker: Worker): Promise<AttachedWorker> {
    if (!this.#pair) throw new Error('a rehearsal without a master');
    const { master } = this.#pair;
    const attached = master.nextAttached();
    worker.start();
    return this.#patience.waitAtMost(PATIENCE_MS, attached, () => {
      const { status } = worker;
      const peer = `127.0.0.1:${master.port}`;
      const why = 'problem' in status ? status.problem : undefined;
      const unreached = problem('rehearsal.unreached', { peer });
      return why ? because(unreached, why.problem) : unreached;
    });
  }

  async #buildSample(attached: AttachedWorker): Promise<void> {
    const { pauseSeconds, platform = process.platform } = this.#options;
    const plan = await sampleBuild({ platform, pauseSeconds });
    this.#build = BuildRun.start(attached, plan, {
      clock: this.#clock,
      onProgress: (progress) => this.#built(progress),
    });
    await this.#patience.waitFor(this.#build.finished);
  }

  #built(progress: BuildProgress): void {
    const step = stepNameAt(progress.index);
    // What a master always does at the end of a build is of no interest to somebody who cancelled it.
    const isUnwanted = this.#isCancelling && !this.#progress.hasStarted(step);
    if (isUnwanted && progress.kind !== 'step-ended') return;
    switch (progress.kind) {
      case 'step-started':
        this.#progress.stepStarted(step, this.#clock.now());
        this.#stepStarted(step);
        return;
      case 'printed':
        this.#progress.printed({ step, ...progress.chunk });
        return;
      case 'step-ended':
        this.#progress.stepEnded(step, progress.record);
        this.#stepEnded(step);
    }
  }

  /** The shutdown is asked for while the last step runs, to show that it waits. */
  #stepStarted(step: RehearsalStepName): void {
    if (step !== 'clean') {
      this.#enter({ kind: 'building', step });
      return;
    }
    this.#enter({ kind: 'draining', step });
    // A refusal is in the worker's log, and what waits for the worker's end then reports it.
    void this.#pair?.launched.worker.shutDownGracefully('shut-down');
  }

  #stepEnded(step: RehearsalStepName): void {
    if (step === 'clean') this.#enter({ kind: 'draining', step: undefined });
  }

  /** Waits until the master has let the worker go. */
  async #leave(): Promise<void> {
    const isDraining = this.view.state.kind === 'draining';
    if (!isDraining || !this.#hasLeft) return;
    await this.#patience.waitAtMost(PATIENCE_MS, this.#hasLeft, () =>
      problem('rehearsal.notLeaving'),
    );
  }

  /** Ends the running step as a master does, so that the worker's last word can be seen. */
  async #interrupt(): Promise<void> {
    if (!this.#build) return;
    const ended = new Promise<void>((resolve) => {
      this.onChanged(({ steps }) => {
        if (steps.some(({ result }) => result === 'cancelled')) resolve();
      });
    });
    this.#build.interrupt(CANCELLED_BECAUSE);
    const either = Promise.race([ended, this.#build.finished]);
    // Whether it did or not: what still runs is ended with the worker.
    await this.#patience
      .waitAtMost(INTERRUPT_MS, either, () => problem('rehearsal.notLeaving'))
      .catch(() => {});
  }

  /** What could not be removed; undefined when nothing is left. */
  async #tidyUp(): Promise<Problem | undefined> {
    try {
      await this.#pair?.launched.close();
      await this.#pair?.master.close();
      await this.#directory?.remove();
      return undefined;
    } catch (error) {
      return problem('rehearsal.notRemoved', { reason: fileReasonOf(error) });
    }
  }

  /** While it is being cancelled, nothing else is shown. */
  #enter(state: RehearsalState): void {
    if (!this.#isCancelling) this.#progress.enter(state);
  }
}
