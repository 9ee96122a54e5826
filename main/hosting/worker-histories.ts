import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { BuildSummary } from '../contract/builds/build-history.ts';
import type { RunningEstimate } from '../contract/builds/builds-contract.ts';
import type { Problem } from '../contract/problem.ts';
import { BuildHistory } from '../history/build-history.ts';
import type { KeptOutputs } from '../history/output/kept-outputs.ts';
import type { Clock, Timer } from '../lib/clock.ts';
import { type Outcome, succeeded } from '../lib/outcome.ts';
import type { HostedWorker } from './hosted-worker.ts';

/** A window is notified of a history at most that often. */
const GATHER_MS = 300;

export interface WorkerHistoriesOptions {
  /** The file of a worker. */
  readonly pathOf: (basedir: string) => string;
  /** Keeps what all of them print. */
  readonly outputs: KeptOutputs;
  readonly clock: Clock;
  readonly announce: (workerId: string) => void;
  /** A build has ended. */
  readonly onEnded?: (build: EndedBuild) => void;
  readonly warn: (problem: Problem) => void;
}

/** A build that has ended, and whose it is. */
export type EndedBuild = BuildSummary & { readonly workerId: string };

/** What each worker has built. */
export class WorkerHistories {
  readonly #options: WorkerHistoriesOptions;
  readonly #histories = new Map<string, BuildHistory>();
  readonly #timers = new Map<string, Timer>();
  /** Asked for every second, and mostly the same as before; undefined where it may differ. */
  #lastEnded: readonly EndedBuild[] | undefined;

  constructor(options: WorkerHistoriesOptions) {
    this.#options = options;
  }

  /** Recalls what a worker has built, and keeps what it will. To be awaited before it starts. */
  async follow(
    hosted: Pick<HostedWorker, 'id' | 'basedir' | 'onWorked' | 'onPrinted'>,
  ): Promise<void> {
    const { pathOf, outputs, warn, onEnded } = this.#options;
    const history = await BuildHistory.open({ path: pathOf(hosted.basedir), outputs, warn });
    this.#histories.set(hosted.id, history);
    this.#lastEnded = undefined;
    history.onChanged(() => {
      this.#lastEnded = undefined;
      this.#announceSoon(hosted.id);
    });
    history.onEnded((build) => onEnded?.({ ...build, workerId: hosted.id }));
    hosted.onWorked((event) => history.take(event));
    hosted.onPrinted((output) => history.printed(output));
  }

  /** Undefined for a worker that was removed meanwhile. */
  of(workerId: string): BuildHistory | undefined {
    return this.#histories.get(workerId);
  }

  /** The builds that ended last, of all workers, newest first; `count` is the same each time. */
  lastEnded(count: number): readonly EndedBuild[] {
    this.#lastEnded ??= [...this.#histories]
      .flatMap(([workerId, history]) =>
        history.lastEnded(count).map((build) => ({ ...build, workerId })),
      )
      .sort((one, other) => (other.endedAt ?? 0) - (one.endedAt ?? 0))
      .slice(0, count);
    return this.#lastEnded;
  }

  /** Forgets every build of a worker but those that run; how many. Errors: why none could be. */
  async clear(workerId: string): Promise<Outcome<number, Problem>> {
    return (await this.#histories.get(workerId)?.clear()) ?? succeeded(0);
  }

  estimates(hosted: Pick<HostedWorker, 'id' | 'status'>): readonly RunningEstimate[] {
    const history = this.#histories.get(hosted.id);
    const { status } = hosted;
    const isBuilding = status.kind === 'building' || status.kind === 'draining';
    if (!history || !isBuilding) return [];
    return status.builders.flatMap((builderName) => {
      const startedAt = history.runningSince(builderName);
      if (startedAt === undefined) return [];
      const elapsedMs = this.#options.clock.now() - startedAt;
      return [{ builderName, startedAt, estimate: history.estimateFor(builderName, elapsedMs) }];
    });
  }

  /** How far the builds that run are, from 0 to 1, on average; undefined where nothing is known of any. */
  progress(hosted: readonly Pick<HostedWorker, 'id' | 'status'>[]): number | undefined {
    const now = this.#options.clock.now();
    const shares = hosted
      .flatMap((one) => this.estimates(one))
      .flatMap(({ startedAt, estimate }) =>
        estimate ? [Math.min(1, (now - startedAt) / estimate.totalMs)] : [],
      );
    if (shares.length === 0) return undefined;
    return shares.reduce((sum, share) => sum + share, 0) / shares.length;
  }

  /** How many builds ran since then, of all workers, and for how long in all, in ms. */
  workSince(at: number): { readonly builds: number; readonly buildMs: number } {
    const now = this.#options.clock.now();
    const builds = [...this.#histories.values()].flatMap((history) => history.since(at));
    const times = builds.map(({ startedAt, endedAt = now }) => endedAt - Math.max(at, startedAt));
    return { builds: builds.length, buildMs: times.reduce((sum, ms) => sum + ms, 0) };
  }

  /** The worker's directory is another one now: what it has built goes with it, where nothing is there. */
  async moved({ id, basedir }: Pick<HostedWorker, 'id' | 'basedir'>, to: string): Promise<void> {
    const { pathOf } = this.#options;
    await this.#histories.get(id)?.close();
    const [oldPath, newPath] = [pathOf(basedir), pathOf(to)];
    if (oldPath === newPath || existsSync(newPath)) return;
    // None, or one that has to stay: the history begins again then.
    await rename(oldPath, newPath).catch(() => {});
  }

  /** Removes what is kept of a worker that was removed. */
  async forget({ id, basedir }: Pick<HostedWorker, 'id' | 'basedir'>): Promise<void> {
    const history = this.#histories.get(id);
    this.#histories.delete(id);
    await history?.clear();
    this.#lastEnded = undefined;
    this.#timers.get(id)?.cancel();
    this.#timers.delete(id);
    await history?.close();
    await rm(this.#options.pathOf(basedir), { force: true });
  }

  /** Resolves when everything is in the files. */
  async close(): Promise<void> {
    for (const timer of this.#timers.values()) timer.cancel();
    await Promise.all([...this.#histories.values()].map((history) => history.close()));
  }

  #announceSoon(workerId: string): void {
    if (this.#timers.has(workerId)) return;
    const { clock, announce } = this.#options;
    const timer = clock.setTimer(GATHER_MS, () => {
      this.#timers.delete(workerId);
      announce(workerId);
    });
    this.#timers.set(workerId, timer);
  }
}
