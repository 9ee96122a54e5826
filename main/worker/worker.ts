import { hostname } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { WorkEvent } from '../contract/builds/work-event.ts';
import { because, type Problem, problem } from '../contract/problem.ts';
import type {
  CommandOutput,
  ConnectionProblem,
  DrainPurpose,
  PausedUntil,
  WorkerStatus,
} from '../contract/worker/worker-status.ts';
import type { Timer } from '../lib/clock.ts';
import { Emitter } from '../lib/emitter.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import type { Teardown } from '../lib/teardown.ts';
import { fileReasonOf } from '../system/file-reason.ts';
import { replaceFile } from '../system/writing/replace-file.ts';
import type { WorkerConfig } from '../worker-settings/worker-config.ts';
import { asBuffer } from './as-buffer.ts';
import { Bot } from './bot.ts';
import type { OutputBatch } from './command-run.ts';
import { Arrivals } from './connection/arrivals.ts';
import { Connector } from './connection/connector.ts';
import { LinkWatch } from './connection/link-watch.ts';
import { type LivenessTimes, LONGEST_SILENCE_SECONDS } from './connection/liveness.ts';
import { LEFT_BY_US, type MasterConnection } from './connection/master-connection.ts';
import { type ReachServices, reachMaster } from './connection/reach-master.ts';
import { Wakeups } from './connection/wakeups.ts';
import { namesOnlyForBuilds } from './environment/environment-for-master.ts';
import { filterEnvironment, withheldNames } from './environment/filter-environment.ts';
import { LeftProcesses } from './process/tree/left-processes.ts';
import { environmentForBuilds } from './protection/environment-for-builds.ts';
import { protectionProblem } from './protection/protection-problem.ts';
import { statusFrom } from './status-from.ts';
import { type DrainFacts, INITIAL_FACTS, type WorkerFacts } from './worker-facts.ts';
import type { WorkerInfo } from './worker-info.ts';

export interface WorkerServices extends ReachServices {
  /** Buildtray's own version. */
  readonly version: string;
  /** This process's environment with what the settings change of it, unfiltered; read at each attachment. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** When a link is dead; tests have shorter times. Default: `LIVENESS_TIMES`. */
  readonly livenessTimes?: LivenessTimes | undefined;
  /** Files under `info/` and the `os_…` values; called at each attachment. */
  readHostinfo(): Promise<Readonly<Record<string, string>>>;
}

export interface WorkerOptions {
  readonly config: WorkerConfig;
  readonly services: WorkerServices;
}

/** How a worker's life ended by itself. */
export type WorkerEnd =
  | { readonly kind: 'drained'; readonly purpose: 'shut-down' | 'quit' }
  | { readonly kind: 'sent-away' }
  | { readonly kind: 'gave-up'; readonly problem: ConnectionProblem };

/** Our answer to the master's `shutdown` has to arrive before the connection goes. */
const ANSWER_LEAVES_MS = 200;
/** A master that takes longer to answer is waited for, and people should know. */
const ANSWER_IS_DUE_MS = 2_000;
/** How late a pause may end on a machine that slept. */
const PAUSE_LOOK_MS = 30_000;

/**
 * A Buildbot worker: the one place where its facts change. It begins stopped; every method may be
 * called in every state, and twice.
 */
export class Worker {
  /** What commands, or a worker that crashed, left running and could not be ended. */
  readonly leftProcesses = new LeftProcesses();
  /** As required; what only an attachment applies is read at the next one. */
  #config: WorkerConfig;
  #attachedWith: WorkerConfig | undefined;
  readonly #services: WorkerServices;
  readonly #bot: Bot;
  readonly #connector: Connector;
  readonly #arrivals: Arrivals;
  readonly #statusChanged = new Emitter<WorkerStatus>();
  readonly #commandOutput = new Emitter<CommandOutput>();
  readonly #worked = new Emitter<WorkEvent>();
  readonly #finished = new Emitter<WorkerEnd>();
  #facts: WorkerFacts = INITIAL_FACTS;
  #status: WorkerStatus = statusFrom(INITIAL_FACTS);
  #connection: MasterConnection | undefined;
  #linkWatch: LinkWatch | undefined;
  #wakeups: Wakeups | undefined;
  #pauseTimer: Timer | undefined;
  #hostnameRecorded: Promise<void> | undefined;
  #reattachAtGap = false;
  /** A session was lost, and none begun since. */
  #isLost = false;

  constructor(options: WorkerOptions) {
    const { config, services } = options;
    this.#config = config;
    this.#services = services;
    this.#arrivals = new Arrivals(services.clock);
    this.#bot = this.#makeBot();
    this.#connector = this.#makeConnector();
  }

  get status(): WorkerStatus {
    return this.#status;
  }

  /** What the master was attached with, which may be older than what is required; undefined while away. */
  get attachedWith(): WorkerConfig | undefined {
    return this.#connection && this.#attachedWith;
  }

  /**
   * Follows another configuration: the interval of keepalives and the retries at once, the rest at the
   * next connection, which `reconnect` brings about. `basedir` and `umask` stay for the worker's life.
   */
  reconfigure(config: WorkerConfig): void {
    const { basedir, umask } = this.#config;
    this.#config = { ...config, basedir, umask };
    this.#linkWatch?.setInterval(config.keepalive);
    this.#connector.reconfigure(config);
  }

  /** When the master was last heard, in ms since 1970; undefined while not attached. */
  get lastHeardAt(): number | undefined {
    if (!this.#connection) return undefined;
    const { clock } = this.#services;
    return clock.now() - (clock.monotonicMs() - this.#connection.lastHeardMs);
  }

  /** Those that the master has assigned, sorted; none while not attached. */
  get builders(): readonly string[] {
    return this.#connection ? this.#facts.builders : [];
  }

  /** Announces each real change of the status. */
  onStatusChanged(listener: (status: WorkerStatus) => void): Teardown {
    return this.#statusChanged.on(listener);
  }

  /** What running commands print, batch by batch; nothing is prepared without a listener. */
  onCommandOutput(listener: (output: CommandOutput) => void): Teardown {
    return this.#commandOutput.on(listener);
  }

  /** Announces what happens in builds: where they begin and end, and each of their commands. */
  onWorked(listener: (event: WorkEvent) => void): Teardown {
    return this.#worked.on(listener);
  }

  /** Announces that the worker has stopped for good by itself: drained, sent away, or gave up. */
  onFinished(listener: (end: WorkerEnd) => void): Teardown {
    return this.#finished.on(listener);
  }

  /** What the master gets at each attachment, and the names of variables that it does not get. */
  async infoForMaster(): Promise<{
    readonly info: WorkerInfo;
    readonly withheld: readonly string[];
    readonly onlyForBuilds: readonly string[];
  }> {
    const { environment } = this.#services;
    return {
      info: await this.#bot.workerInfo(),
      withheld: withheldNames(environment),
      onlyForBuilds: namesOnlyForBuilds(this.#environmentForBuilds()),
    };
  }

  /** Connects, and stays connected until it is stopped. Ends a pause. */
  start(): void {
    this.#pauseTimer?.cancel();
    if (!this.#facts.isWanted) {
      const { basedir } = this.#config;
      this.#services.logger.log('info', 'worker', `starts in ${basedir}`);
      this.#hostnameRecorded = this.#recordHostname();
    }
    this.#change({ isWanted: true, stoppedBecause: undefined, pausedUntil: undefined });
    this.#watchWakeups();
    this.#connector.start();
  }

  /** Interrupts what runs, disconnects and stays away. Resolves when nothing is left. */
  async stop(why?: Problem): Promise<void> {
    this.#pauseTimer?.cancel();
    this.#change({ isWanted: false, stoppedBecause: why, pausedUntil: undefined });
    await this.#leave();
  }

  /**
   * What was to follow the last build of a drain follows at once: a pause, or the end with its
   * `drained`. The builds that run are interrupted. Without a drain it is `stop`.
   */
  async stopNow(): Promise<void> {
    const { drain } = this.#facts;
    if (drain?.pauseUntil !== undefined) {
      this.#beginPause(drain.pauseUntil);
      return this.#leave();
    }
    await this.stop();
    if (drain && drain.purpose !== 'pause') {
      this.#finished.emit({ kind: 'drained', purpose: drain.purpose });
    }
  }

  /** Stops for a reason that waiting does not fix, and announces `gave-up`. */
  giveUp(last: ConnectionProblem): Promise<void> {
    this.#pauseTimer?.cancel();
    this.#change({ pausedUntil: undefined });
    return this.#giveUp(last, last.problem);
  }

  /**
   * Lets running builds end, takes no new ones, then stops and announces `drained`. Without a
   * connection there is nothing to wait for. A second call may change the purpose and nothing else.
   *
   * Errors: the sentence why the master could not be asked; the worker then goes on as before.
   */
  shutDownGracefully(purpose: 'shut-down' | 'quit' = 'shut-down'): Promise<Outcome<void, Problem>> {
    return this.#drain(purpose, undefined);
  }

  /** Lets running builds end, then stays away until the time comes or `resume` is called. */
  pause(until: PausedUntil): Promise<Outcome<void, Problem>> {
    return this.#drain('pause', until);
  }

  /** Comes back from a pause, or cancels the request to pause. */
  resume(): void {
    if (this.#facts.drain?.purpose === 'pause') this.cancelDrain();
    else if (this.#facts.pausedUntil !== undefined) this.start();
  }

  /**
   * Cancels a graceful shutdown or a pause. A master that knows of it sends builds again only after a
   * fresh attachment. The first moment that loses nothing is when that master, which still waits for its
   * last build, asks for the shutdown: it alone knows of steps that run no command here. `now` does not
   * wait and loses the running build.
   */
  cancelDrain(when: 'at-gap' | 'now' = 'at-gap'): void {
    if (!this.#facts.drain) return;
    this.#services.logger.log('info', 'worker', 'the graceful shutdown is cancelled');
    const isStillLeaving = this.#connection?.withdrawShutdown() === false;
    this.#change({ drain: undefined, isStillLeaving });
    if (!isStillLeaving) return;
    this.#reattachAtGap = true;
    if (when === 'now') this.#reattach();
  }

  /**
   * Attaches again, so that the master gets what it asks for only then: when nothing runs, or `now`, which
   * loses the running build. Does nothing while not attached, or on the way out.
   */
  reconnect(when: 'at-gap' | 'now'): void {
    if (!this.#connection || this.#facts.drain) return;
    this.#services.logger.log(
      'info',
      'worker',
      `attaches again ${when === 'now' ? 'now' : 'as soon as nothing runs'}`,
    );
    this.#reattachWhen(when);
  }

  /** The machine woke up or its network changed: makes sure of the link, or tries at once. */
  wake(why: string): void {
    this.#services.logger.log('info', 'connection', `checking the connection: ${why}`);
    this.#linkWatch?.wake();
    this.#connector.tryNow();
  }

  #makeBot(): Bot {
    const { clock, logger, version } = this.#services;
    return new Bot({
      ...this.#config,
      version,
      clock,
      logger,
      leftProcesses: this.leftProcesses,
      environment: this.#environmentForBuilds(),
      readHostinfo: () => this.#services.readHostinfo(),
      onOutput: (batch) => this.#announceOutput(batch),
      onWork: (event) => this.#worked.emit(event),
      onChanged: () => this.#adoptFromBot(),
      onShutdown: () => clock.setTimer(ANSWER_LEAVES_MS, () => this.#drained()),
    });
  }

  #makeConnector(): Connector {
    const { clock, logger } = this.#services;
    return new Connector({
      limits: this.#config,
      clock,
      connect: (signal) => this.#connect(signal),
      onTrying: (attempt, problem) => this.#trying(attempt, undefined, problem),
      onWaiting: (attempt, retryAt, lost) => {
        const seconds = ((retryAt - clock.now()) / 1000).toFixed(1);
        logger.log('warn', 'connection', [lost.problem, problem('session.nextTry', { seconds })]);
        this.#trying(attempt, retryAt, lost);
      },
      onAttached: (connection) => this.#attached(connection),
      onLost: (problem) => this.#lost(problem),
      onGaveUp: (last, tries) => {
        void this.#giveUp(last, because(problem('session.gaveUp', { tries }), last.problem));
      },
    });
  }

  async #connect(signal: AbortSignal): Promise<Outcome<MasterConnection, ConnectionProblem>> {
    // What the owner relies on is there, or no build is let in.
    const { protection } = this.#config;
    const missing = protection === 'open' ? undefined : await protectionProblem(protection);
    if (missing) return failed({ kind: 'protection', problem: missing });
    this.#attachedWith = this.#config;
    const environment = this.#environmentForBuilds();
    this.#bot.reconfigure({ ...this.#config, environment });
    const arrival = this.#arrivals.begin(JSON.stringify(this.#config.master), this.#isLost);
    return reachMaster(this.#config, this.#bot, { ...this.#services, arrival }, signal);
  }

  #environmentForBuilds(): Record<string, string> {
    return environmentForBuilds(filterEnvironment(this.#services.environment), this.#config);
  }

  #trying(
    attempt: number,
    retryAt: number | undefined,
    problem: ConnectionProblem | undefined,
  ): void {
    this.#change({ connection: { kind: 'trying', attempt, retryAt, problem } });
  }

  #attached(connection: MasterConnection): void {
    const { clock, logger } = this.#services;
    logger.log('info', 'connection', 'Connected to buildmaster; worker is ready');
    this.#connection = connection;
    this.#isLost = false;
    this.#linkWatch = new LinkWatch({
      connection,
      clock,
      keepaliveSeconds: this.#config.keepalive,
      isDraining: () => this.#facts.drain !== undefined,
      times: this.#services.livenessTimes,
    });
    this.#reattachAtGap = false;
    this.#change({ connection: { kind: 'attached' }, isStillLeaving: false });
  }

  #lost(lost: ConnectionProblem): void {
    const heard = lost === LEFT_BY_US ? [] : this.#lastHeard();
    this.#services.logger.log('info', 'connection', [lost.problem, ...heard]);
    this.#linkWatch?.dispose();
    this.#linkWatch = undefined;
    this.#connection = undefined;
    this.#isLost = lost !== LEFT_BY_US;
    this.#reattachAtGap = false;
    this.#trying(1, undefined, lost);
    this.#bot.dropCommands('the connection to the master was lost');
    // The master gives nothing more to a worker that is away: draining has come to its end.
    if (this.#facts.drain) this.#drained();
  }

  #lastHeard(): readonly Problem[] {
    if (!this.#connection) return [];
    const silentMs = this.#services.clock.monotonicMs() - this.#connection.lastHeardMs;
    return [problem('session.lastHeard', { seconds: (silentMs / 1000).toFixed(1) })];
  }

  async #giveUp(problem: ConnectionProblem, why: Problem): Promise<void> {
    this.#services.logger.log('error', 'connection', why);
    this.#change({ isWanted: false, stoppedBecause: why });
    await this.#leave();
    this.#finished.emit({ kind: 'gave-up', problem });
  }

  async #drain(
    purpose: DrainPurpose,
    pauseUntil: PausedUntil | undefined,
  ): Promise<Outcome<void, Problem>> {
    const { clock, logger } = this.#services;
    const before = this.#facts.drain;
    const since = before?.since ?? clock.now();
    const isByUs = this.#connection?.isDrainedByUs ?? false;
    this.#change({ drain: { purpose, pauseUntil, since, isByUs } });
    if (!this.#connection) {
      this.#drained();
      return succeeded(undefined);
    }
    if (before) return succeeded(undefined);
    logger.log(
      'info',
      'worker',
      'asking the master to let us leave once running builds have ended',
    );
    const asked = await this.#answered(this.#connection.requestShutdown());
    if (asked.ok || !this.#connection) return succeeded(undefined);
    logger.log('error', 'worker', asked.problem);
    this.#change({ drain: undefined });
    return failed(asked.problem);
  }

  /** The master's answer to a drain; that it takes time is shown meanwhile. */
  async #answered<T>(answer: Promise<T>): Promise<T> {
    const waitsFor = problem('session.masterHasNotAnswered', { seconds: LONGEST_SILENCE_SECONDS });
    const timer = this.#services.clock.setTimer(ANSWER_IS_DUE_MS, () => {
      this.#services.logger.log('warn', 'worker', waitsFor);
      this.#changeDrain(waitsFor);
    });
    try {
      return await answer;
    } finally {
      timer.cancel();
      this.#changeDrain(undefined);
    }
  }

  #changeDrain(waitsFor: Problem | undefined): void {
    const { drain } = this.#facts;
    if (drain) this.#change({ drain: { ...drain, waitsFor } });
  }

  /** The master has no more work for us, whether we asked for that or its administrator did. */
  #drained(): void {
    if (this.#reattachAtGap) {
      this.#reattach();
      return;
    }
    if (!this.#facts.isWanted && !this.#facts.drain) return;
    void this.#leaveAfterDrain(this.#facts.drain);
  }

  async #leaveAfterDrain(drain: DrainFacts | undefined): Promise<void> {
    if (drain?.pauseUntil !== undefined) {
      this.#beginPause(drain.pauseUntil);
      await this.#leave();
      return;
    }
    const why = problem(drain ? 'session.shutDownByUser' : 'session.shutDownByMaster');
    this.#pauseTimer?.cancel();
    this.#change({ isWanted: false, stoppedBecause: why });
    await this.#leave();
    this.#finished.emit(
      drain?.purpose === 'quit' || drain?.purpose === 'shut-down'
        ? { kind: 'drained', purpose: drain.purpose }
        : { kind: 'sent-away' },
    );
  }

  #beginPause(until: PausedUntil): void {
    const { logger } = this.#services;
    const end = until === 'resumed' ? 'resumed' : new Date(until).toISOString();
    logger.log('info', 'worker', `paused until ${end}`);
    this.#pauseTimer?.cancel();
    if (until !== 'resumed') this.#awaitPauseEnd(until);
    this.#change({ isWanted: false, stoppedBecause: undefined, pausedUntil: until });
  }

  /** By the wall clock, again and again: one long timer stands still while the machine sleeps. */
  #awaitPauseEnd(until: number): void {
    const { clock } = this.#services;
    const restMs = until - clock.now();
    this.#pauseTimer = clock.setTimer(Math.min(restMs, PAUSE_LOOK_MS), () => {
      if (clock.now() >= until) this.start();
      else this.#awaitPauseEnd(until);
    });
  }

  /** Ends the connection and what runs; the facts hold the reason already. */
  async #leave(): Promise<void> {
    this.#wakeups?.dispose();
    this.#wakeups = undefined;
    this.#reattachAtGap = false;
    this.#change({ drain: undefined, isStillLeaving: false });
    this.#bot.dropCommands('the worker leaves');
    await this.#connector.stop();
    await this.#bot.whenCommandsEnded();
    await this.#hostnameRecorded;
  }

  #announceOutput({ utf8, ...batch }: OutputBatch): void {
    if (!this.#commandOutput.hasListeners) return;
    this.#commandOutput.emit({ ...batch, text: asBuffer(utf8).toString('utf8') });
  }

  #reattachWhen(when: 'at-gap' | 'now'): void {
    this.#reattachAtGap = true;
    if (when === 'now' || this.#bot.busyBuilderNames.length === 0) this.#reattach();
  }

  #reattach(): void {
    this.#reattachAtGap = false;
    void this.#connector.stop().then(() => {
      if (this.#facts.isWanted) this.#connector.start();
    });
  }

  #adoptFromBot(): void {
    const { builderNames, busyBuilderNames, runningCommands } = this.#bot;
    this.#change({
      builders: builderNames,
      busyBuilders: busyBuilderNames,
      commands: runningCommands,
    });
    const isGap = busyBuilderNames.length === 0 && !this.#facts.isStillLeaving;
    if (this.#reattachAtGap && isGap) this.#reattach();
  }

  #change(facts: Partial<WorkerFacts>): void {
    this.#facts = { ...this.#facts, ...facts };
    const status = statusFrom(this.#facts);
    if (isDeepStrictEqual(status, this.#status)) return;
    this.#status = status;
    this.#statusChanged.emit(status);
  }

  #watchWakeups(): void {
    this.#wakeups ??= new Wakeups(this.#services.clock, (why) => this.wake(why));
  }

  /** Buildbot's own worker leaves the host's name in its directory, for people who share one. */
  async #recordHostname(): Promise<void> {
    const path = join(this.#config.basedir, 'twistd.hostname');
    try {
      // Whatever a build has put there: a pipe would wait, and a link would lead elsewhere.
      await replaceFile(path, `${hostname()}\n`, { newMode: 0o666, atLink: 'replace-link' });
    } catch (error) {
      const why = problem('files.cannotWrite', { path, reason: fileReasonOf(error) });
      this.#services.logger.log('warn', 'worker', why);
    }
  }
}
