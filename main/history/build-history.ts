import { randomUUID } from 'node:crypto';
import type {
  BuildDetails,
  BuildEstimate,
  BuildPage,
  BuildSummary,
} from '../contract/builds/build-history.ts';
import type { BuildDurations, BuildTimeline } from '../contract/builds/build-pictures.ts';
import type {
  BuildFilter,
  BuildQuery,
  DurationsQuery,
  TimelineQuery,
} from '../contract/builds/builds-contract.ts';
import type { CommandText } from '../contract/builds/kept-output.ts';
import type { WorkEvent } from '../contract/builds/work-event.ts';
import { type Problem, problem } from '../contract/problem.ts';
import type { CommandOutput } from '../contract/worker/worker-status.ts';
import { assertNever } from '../lib/assert-never.ts';
import { Emitter } from '../lib/emitter.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import type { Teardown } from '../lib/teardown.ts';
import { fileReasonOf } from '../system/file-reason.ts';
import { CommandSearch, commandsHold } from './command-search.ts';
import { durationsFrom } from './durations-from.ts';
import { estimateFrom } from './estimate-from.ts';
import { HistoryFile, type LinePlace, type StoredLine } from './history-file.ts';
import { formatHistoryLine, parseHistoryLine } from './history-line.ts';
import type { KeptOutputs } from './output/kept-outputs.ts';
import { RecordedBuild } from './recorded-build.ts';
import { timelineFrom } from './timeline-from.ts';

/** Past one of these the oldest builds go. */
export interface HistoryLimits {
  readonly builds: number;
  readonly bytes: number;
}

const HISTORY_LIMITS: HistoryLimits = { builds: 10_000, bytes: 32 * 1024 * 1024 };

/** How much of a file that is too large stays. */
const KEPT_SHARE = 0.75;

export interface BuildHistoryOptions {
  /** The file, which is made with the first build. */
  readonly path: string;
  readonly limits?: HistoryLimits;
  /** Keeps what commands print, of several histories. Default: nothing is kept. */
  readonly outputs?: KeptOutputs;
  /** Called when the file cannot be read or written; the history then lives in memory. */
  readonly warn: (problem: Problem) => void;
}

interface KeptBuild {
  readonly summary: BuildSummary;
  /** Undefined while it is not in the file. */
  readonly place: LinePlace | undefined;
}

/**
 * What one worker has built on this machine, of which summaries are held in memory and the rest in a
 * file of JSON lines. The file holds no output, nothing of an environment, and no word that a master hides.
 */
export class BuildHistory {
  readonly #options: BuildHistoryOptions;
  readonly #limits: HistoryLimits;
  readonly #file: HistoryFile;
  readonly #commands: CommandSearch;
  readonly #changed = new Emitter<void>();
  readonly #ended = new Emitter<BuildSummary>();
  /** In the order of their ends. */
  #kept = new Map<string, KeptBuild>();
  /** By builder. */
  readonly #running = new Map<string, RecordedBuild>();
  /** The last build of each builder, which may turn out not to be over. */
  readonly #last = new Map<string, RecordedBuild>();
  #hasFailed = false;

  private constructor(options: BuildHistoryOptions) {
    this.#options = options;
    this.#limits = options.limits ?? HISTORY_LIMITS;
    this.#file = new HistoryFile(options.path, (lines) => this.#recall(lines));
    this.#commands = new CommandSearch(this.#file);
  }

  /** Reads what is there. */
  static async open(options: BuildHistoryOptions): Promise<BuildHistory> {
    const history = new BuildHistory(options);
    await history.#trying(() => history.#file.read());
    return history;
  }

  /** Announces that builds or commands have come or changed. */
  onChanged(listener: () => void): Teardown {
    return this.#changed.on(listener);
  }

  /** Announces each build that has ended, as far as that is known by then: it may turn out to go on. */
  onEnded(listener: (build: BuildSummary) => void): Teardown {
    return this.#ended.on(listener);
  }

  /** Records what the worker reports, in order. */
  take(event: WorkEvent): void {
    switch (event.kind) {
      case 'build-started':
        this.#begin(event);
        break;
      case 'command-started':
        this.#commandStarted(event);
        break;
      case 'command-ended':
        this.#commandEnded(event);
        break;
      case 'processes-ended':
        this.#processesEnded(event);
        break;
      case 'build-ended':
        this.#end(event);
        break;
      default:
        assertNever(event);
    }
    this.#changed.emit();
  }

  /** What a command of a running build prints. */
  printed(output: CommandOutput): void {
    const build = this.#running.get(output.builderName);
    if (build) this.#options.outputs?.printed(build.id, output);
  }

  /** What a command had printed; undefined for what is not kept, or no longer. Errors: the file system's. */
  async output(buildId: string, commandId: string): Promise<CommandText | undefined> {
    const isKept = this.#kept.has(buildId) || this.#runningById(buildId) !== undefined;
    return isKept ? this.#options.outputs?.find(buildId, commandId) : undefined;
  }

  /** Builds that a query asks for, newest first. */
  async find({ offset, limit, ...filter }: BuildQuery): Promise<BuildPage> {
    const found = await this.#matching(filter);
    const all = this.#newestFirst();
    return {
      builds: found.slice(offset, offset + limit),
      offset,
      count: found.length,
      builderNames: [...new Set(all.map(({ builderName }) => builderName))].sort(),
      kept: all.length,
    };
  }

  /** What ran when, in a bounded size. */
  async timeline({ span, ...filter }: TimelineQuery, now = Date.now()): Promise<BuildTimeline> {
    return timelineFrom(await this.#matching(filter), span, now);
  }

  /** How long builds of one builder took, in a bounded size. */
  async durations({ of, ...filter }: DurationsQuery): Promise<BuildDurations> {
    return durationsFrom(await this.#matching(filter), of);
  }

  /** A build with its commands; undefined for one that is no longer kept. */
  async details(id: string): Promise<BuildDetails | undefined> {
    const running = this.#runningById(id);
    if (running) return running.details;
    const kept = this.#kept.get(id);
    if (!kept) return undefined;
    const place = (): LinePlace | undefined => this.#kept.get(id)?.place;
    const line = await this.#trying(() => this.#file.lineAt(place));
    const stored = line === undefined ? undefined : parseHistoryLine(line);
    const { commands = [], leftovers, endedWithCommands } = stored ?? {};
    return { ...kept.summary, commands, leftovers, endedWithCommands };
  }

  /** How long a builder's running build will take; undefined where nothing is known. */
  estimateFor(builderName: string, elapsedMs: number): BuildEstimate | undefined {
    return estimateFrom(this.lastEnded(this.#kept.size), builderName, elapsedMs);
  }

  /** Builds that have ended since then, or run now. */
  since(at: number): readonly BuildSummary[] {
    return this.#newestFirst().filter(({ endedAt }) => endedAt === undefined || endedAt >= at);
  }

  /** When the running build of a builder began; undefined where none runs. */
  runningSince(builderName: string): number | undefined {
    return this.#running.get(builderName)?.startedAt;
  }

  /** The builds that ended last, newest first, at most so many. */
  lastEnded(count: number): readonly BuildSummary[] {
    // They are kept in the order in which they ended.
    return [...this.#kept.values()]
      .slice(-count)
      .reverse()
      .map(({ summary }) => summary);
  }

  /** Forgets every build but those that run; how many. Errors: why all of them stay. */
  async clear(): Promise<Outcome<number, Problem>> {
    const forgotten = [...this.#kept.keys()];
    // None of these goes on, while the file is being removed either.
    this.#last.clear();
    try {
      await this.#file.remove();
    } catch (error) {
      return failed(
        problem('files.cannotRemove', { path: this.#options.path, reason: fileReasonOf(error) }),
      );
    }
    for (const id of forgotten) this.#kept.delete(id);
    this.#options.outputs?.forget(forgotten);
    for (const build of this.#running.values()) this.#writeBegun(build);
    this.#changed.emit();
    return succeeded(forgotten.length);
  }

  /** Resolves when everything is in the file. */
  async close(): Promise<void> {
    await this.#file.settled();
    await this.#options.outputs?.settled();
  }

  /** The file as it is goes before what was known of it. */
  async #recall(lines: AsyncIterable<StoredLine>): Promise<void> {
    const read = new Map<string, KeptBuild>();
    for await (const line of lines) this.#recallLine(read, line);
    for (const { id } of this.#running.values()) read.delete(id);
    for (const [id, kept] of this.#kept) {
      // On its way into the file, or too much for the disk.
      if (kept.place === undefined) this.#keep(read, id, kept);
    }
    for (const [builderName, { id }] of this.#last) {
      if (!read.has(id)) this.#last.delete(builderName);
    }
    this.#kept = read;
  }

  #recallLine(read: Map<string, KeptBuild>, { text, place }: StoredLine): void {
    const details = parseHistoryLine(text);
    if (!details) return;
    const { commands, ...summary } = details;
    // One that had not ended when the app did: nothing is known of how it went on.
    const isOver = summary.outcome !== 'running';
    if (!isOver && read.has(details.id)) return;
    const lost = { ...summary, endedAt: summary.startedAt, outcome: 'lost' } as const;
    this.#keep(read, details.id, { summary: isOver ? summary : lost, place });
  }

  #begin(event: Extract<WorkEvent, { kind: 'build-started' }>): void {
    const { builderName, isAnnounced } = event;
    const last = this.#last.get(builderName);
    this.#last.delete(builderName);
    // A master that announces builds has only taken its time between two steps of this one.
    if (!isAnnounced && last?.isAnnounced && last.summary.outcome !== 'lost') {
      this.#kept.delete(last.id);
      last.endedAt = undefined;
      this.#running.set(builderName, last);
    } else this.#running.set(builderName, new RecordedBuild(randomUUID(), event));
  }

  #commandStarted({
    builderName,
    command,
    at,
  }: Extract<WorkEvent, { kind: 'command-started' }>): void {
    const build = this.#running.get(builderName);
    if (!build) return;
    build.commandStarted(command, at);
    if (build.commandCount === 1) this.#writeBegun(build);
  }

  #commandEnded(event: Extract<WorkEvent, { kind: 'command-ended' }>): void {
    const build = this.#running.get(event.builderName);
    if (!build) return;
    const { outputs } = this.#options;
    const record = build.commandEnded(event);
    if (!record) outputs?.dropped(build.id, event.commandId);
    else if (outputs?.ended(build.id, record)) build.outputKept(record);
  }

  #end({ builderName, at }: Extract<WorkEvent, { kind: 'build-ended' }>): void {
    const build = this.#running.get(builderName);
    this.#running.delete(builderName);
    if (build) this.#options.outputs?.dropped(build.id);
    // What the master announces and then gives no command is no build.
    if (!build || build.commandCount === 0) return;
    build.endedAt = at;
    this.#last.set(builderName, build);
    this.#keep(this.#kept, build.id, { summary: build.summary, place: undefined });
    this.#write(build.details);
    this.#ended.emit(build.summary);
  }

  /** Mostly the build is over by then, and in the file. */
  #processesEnded({
    builderName,
    processes,
    endsWith,
  }: Extract<WorkEvent, { kind: 'processes-ended' }>): void {
    const build = this.#running.get(builderName) ?? this.#last.get(builderName);
    if (!build) return;
    build.processesEnded(processes, endsWith);
    if (build.endedAt !== undefined) this.#write(build.details);
  }

  /** So that a build that goes down with the machine is known. */
  #writeBegun({ details }: RecordedBuild): void {
    if (details.commandCount > 0) this.#write({ ...details, commands: [] });
  }

  #write(details: BuildDetails): void {
    const { id } = details;
    void this.#trying(async () => {
      const place = await this.#file.append(formatHistoryLine(details));
      const kept = this.#kept.get(id);
      if (kept) this.#kept.set(id, { ...kept, place });
      await this.#makeRoom();
    });
  }

  /** Once the file is too large, only the newest of its builds stay. */
  async #makeRoom(): Promise<void> {
    const { bytes } = this.#limits;
    if (this.#file.size <= bytes) return;
    let ids: readonly string[] = [];
    await this.#file.keepOnly(
      () => {
        ids = this.#newestWithin(bytes * KEPT_SHARE);
        return ids.flatMap((id) => this.#kept.get(id)?.place ?? []);
      },
      (places) => {
        const newPlaces = new Map(ids.map((id, at) => [id, places[at]]));
        for (const [id, { summary, place }] of this.#kept) {
          if (newPlaces.has(id)) this.#kept.set(id, { summary, place: newPlaces.get(id) });
          else if (place) this.#kept.delete(id);
        }
      },
    );
  }

  /** Builds in the file that fit into so many bytes, oldest first. */
  #newestWithin(bytes: number): readonly string[] {
    const ids: string[] = [];
    let size = 0;
    for (const { id } of this.#newestFirst()) {
      const place = this.#kept.get(id)?.place;
      if (place === undefined) continue;
      size += place.length + 1;
      if (size > bytes) break;
      ids.unshift(id);
    }
    return ids;
  }

  #keep(builds: Map<string, KeptBuild>, id: string, kept: KeptBuild): void {
    builds.delete(id);
    builds.set(id, kept);
    for (const oldest of builds.keys()) {
      if (builds.size <= this.#limits.builds) break;
      builds.delete(oldest);
    }
  }

  #newestFirst(): readonly BuildSummary[] {
    const running = [...this.#running.values()].filter(({ commandCount }) => commandCount > 0);
    const kept = [...this.#kept.values()].map(({ summary }) => summary);
    return [...kept, ...running.map(({ summary }) => summary)].sort(
      (a, b) => b.startedAt - a.startedAt,
    );
  }

  /** Every build that a filter lets through, newest first. */
  async #matching({ builderName, outcome, text }: BuildFilter): Promise<readonly BuildSummary[]> {
    await this.#trying(() => this.#file.read());
    const holdsText = await this.#search(text.trim().toLowerCase());
    return this.#newestFirst().filter(
      (build) =>
        (builderName === undefined || build.builderName === builderName) &&
        (outcome === undefined || build.outcome === outcome) &&
        holdsText(build),
    );
  }

  async #search(text: string): Promise<(build: BuildSummary) => boolean> {
    if (text === '') return () => true;
    const isFoundAt = await this.#trying(() => this.#commands.look(text, () => this.#kept));
    return ({ id, builderName }) =>
      builderName.toLowerCase().includes(text) ||
      commandsHold(this.#runningById(id)?.details, text) ||
      (isFoundAt?.(this.#kept.get(id)?.place) ?? false);
  }

  #runningById(id: string): RecordedBuild | undefined {
    return [...this.#running.values()].find((build) => build.id === id);
  }

  async #trying<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      this.#failed(error);
      return undefined;
    }
  }

  #failed(error: unknown): void {
    if (this.#hasFailed) return;
    this.#hasFailed = true;
    const { path, warn } = this.#options;
    warn(problem('files.cannotKeepHistory', { path, reason: fileReasonOf(error) }));
  }
}
