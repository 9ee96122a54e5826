import type { WorkEvent } from '../contract/builds/work-event.ts';
import type { Clock, Timer } from '../lib/clock.ts';
import type { CommandRun } from './command-run.ts';

/**
 * The master never reports that a build has ended. Steps follow each other within moments, so a builder
 * without a command for this long is taken to be between builds.
 */
const BUILD_GAP_MS = 3_000;

export interface BuildTrackerOptions {
  readonly builderName: string;
  readonly clock: Clock;
  onWork(event: WorkEvent): void;
  /** The builder is between builds. */
  onGap(): void;
}

/** Distinguishes builds, and reports what happens in them. */
export class BuildTracker {
  readonly #options: BuildTrackerOptions;
  #isInBuild = false;
  /** When the last command ended, or the build began. */
  #lastAt = 0;
  /** Times within a build go by the monotonic clock, so that no duration jumps with the machine's. */
  #begin = { at: 0, monotonicMs: 0 };
  #gapTimer: Timer | undefined;

  constructor(options: BuildTrackerOptions) {
    this.#options = options;
  }

  get isInBuild(): boolean {
    return this.#isInBuild;
  }

  /** The master is about to run the steps of a build. */
  buildStarts(): void {
    this.#endBuild();
    this.#beginBuild(true);
    this.#awaitNextCommand();
  }

  commandStarted({ description, argv, workdir }: CommandRun): void {
    this.#gapTimer?.cancel();
    if (!this.#isInBuild) this.#beginBuild(false);
    const { builderName, onWork } = this.#options;
    const { commandId, name, summary } = description;
    const command = { commandId, name, summary, argv, workdir };
    onWork({ kind: 'command-started', builderName, at: this.#now(), command });
  }

  /** `isLast`: no other command runs. */
  commandEnded(run: CommandRun, isLast: boolean): void {
    this.#reportEnd(run);
    if (isLast) this.#awaitNextCommand();
  }

  /** Nothing follows: the commands that run, and the build, are over. */
  drop(runs: Iterable<CommandRun>): void {
    for (const run of runs) this.#reportEnd(run);
    this.#endBuild();
  }

  #reportEnd(run: CommandRun): void {
    const { builderName, onWork } = this.#options;
    const { durationMs, outputBytes, end } = run;
    const { commandId } = run.description;
    const at = this.#now();
    this.#lastAt = at;
    onWork({ kind: 'command-ended', builderName, at, commandId, durationMs, outputBytes, end });
  }

  #beginBuild(isAnnounced: boolean): void {
    const { builderName, clock, onWork } = this.#options;
    this.#isInBuild = true;
    this.#begin = { at: clock.now(), monotonicMs: clock.monotonicMs() };
    this.#lastAt = this.#begin.at;
    onWork({ kind: 'build-started', builderName, at: this.#lastAt, isAnnounced });
  }

  /** In ms since 1970, counted from the build's beginning. */
  #now(): number {
    const { at, monotonicMs } = this.#begin;
    return Math.round(at + this.#options.clock.monotonicMs() - monotonicMs);
  }

  #endBuild(): void {
    this.#gapTimer?.cancel();
    if (!this.#isInBuild) return;
    this.#isInBuild = false;
    const { builderName, onWork } = this.#options;
    onWork({ kind: 'build-ended', builderName, at: this.#lastAt });
  }

  #awaitNextCommand(): void {
    const { clock, onGap } = this.#options;
    this.#gapTimer?.cancel();
    this.#gapTimer = clock.setTimer(BUILD_GAP_MS, () => {
      this.#endBuild();
      onGap();
    });
  }
}
