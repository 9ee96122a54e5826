import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { messageOf } from '../../lib/message-of.ts';
import type { Teardown } from '../../lib/teardown.ts';
import { isDirectory } from '../../system/opening/open-directory.ts';
import { strerror } from '../../system/strerror.ts';
import type { CommandContext, Urgency } from '../command.ts';
import type { ProcessTree } from '../process-tree.ts';
import type { Enclosure } from '../protection/enclosure.ts';
import { makeDirectoryInside } from '../protection/make-directory-inside.ts';
import { Turns } from '../turns.ts';
import { encodeText } from '../updates/python-encodings.ts';
import { makeDirectories } from '../with-umask.ts';
import { LogFileWatcher } from './log-file-watcher.ts';
import { NoOutputTimer } from './no-output-timer.ts';
import { ProcessEnding } from './process-ending.ts';
import { processEnvironment } from './process-environment.ts';
import { processHeader, shownArgv } from './process-header.ts';
import { type Excess, ProcessLimits } from './process-limits.ts';
import type {
  LogFileRequest,
  ProcessEnd,
  ProcessRequest,
  RunningProcess,
} from './process-request.ts';
import { type ChildExit, ChildStartError } from './spawn/child.ts';
import { type CommandChild, spawnChild } from './spawn/spawn-child.ts';
import { endTree, settledSurvivors } from './tree/end-tree.ts';

/** What a program that cannot be started counts as; a Python worker's child exits so. */
const NOT_STARTED: ChildExit = { code: 1, signal: null };
/** When it is to end before it was started: no signal is sent then. */
const NOT_REQUIRED: ChildExit = { code: null, signal: null };
/**
 * How long a process that has ended may leave its output open and be silent, where what it left ends with
 * it. What it started in the background may still print, but a daemon that forgot to close its output
 * would block the build until the master's timeout, and without one for ever, as it does with the Python
 * worker.
 */
const SILENT_PIPES_MS = 60_000;

interface WatchedChild extends CommandChild {
  readonly ending: ProcessEnding;
}

/** A process that runs for a command. See `runProcessForCommand`. */
export class CommandProcess implements RunningProcess {
  readonly done: Promise<ProcessEnd>;
  readonly #context: CommandContext;
  readonly #request: ProcessRequest;
  readonly #logFiles: readonly LogFileWatcher[];
  readonly #limits: ProcessLimits;
  readonly #silentPipes: NoOutputTimer;
  #startedAtMs: number;
  #running: WatchedChild | undefined;
  /** Where it runs; undefined in the open. */
  #enclosure: Enclosure | undefined;
  #isHeld = false;
  #isStdoutOver = false;
  /** Set by the first reason to end the process; later ones change nothing. */
  #isKilled = false;
  #isOver = false;
  /** Whether what it left is the builder's to end. */
  #isHandedOver = false;
  /** Pids that the record of the build has as ended with this command. */
  readonly #reported = new Set<number>();

  constructor(context: CommandContext, request: ProcessRequest) {
    const { clock } = context;
    this.#context = context;
    this.#request = request;
    this.#startedAtMs = clock.monotonicMs();
    this.#logFiles = (request.logFiles ?? []).map((file) => this.#watcherOf(file));
    this.#limits = new ProcessLimits(request, clock, (excess) => this.#exceeded(excess));
    this.#silentPipes = new NoOutputTimer(clock, SILENT_PIPES_MS, () => this.#leavePipes());
    this.done = this.#run();
  }

  interrupt(_why: string, urgency: Urgency = 'as-requested'): void {
    this.#kill('command interrupted');
    if (urgency === 'at-once' && !this.#isOver) this.#running?.ending.hurry();
  }

  async #run(): Promise<ProcessEnd> {
    let flow: Teardown | undefined;
    try {
      const environment = this.#environment();
      this.#enclosure = await this.#enclosed();
      await this.#makeWorkdir();
      const { updates } = this.#context;
      const turns = new Turns();
      updates.header(this.#header(environment));
      // A program of many words takes long to be shown, and then to be started.
      await turns.next();
      for (const logFile of this.#logFiles) await logFile.prepare();
      flow = updates.onWritableChanged((isWritable) => this.#hold(!isWritable));
      const exit = await this.#runChild(environment);
      return exit ? await this.#finish(exit) : await this.#abandon();
    } catch (error) {
      return { rc: -1, failed: error instanceof Error ? error : new Error(messageOf(error)) };
    } finally {
      this.#stopWatching();
      if (!this.#isHandedOver) this.#running?.tree.close();
      flow?.dispose();
      await this.#enclosure?.leave();
    }
  }

  async #enclosed(): Promise<Enclosure | undefined> {
    if (!this.#request.isForeign) return undefined;
    try {
      return await this.#context.enclosing?.enter();
    } catch (error) {
      const failure = new Error(`no protected place for this command: ${messageOf(error)}`, {
        cause: error,
      });
      this.#context.updates.stderr(`${failure.message}\n`);
      throw failure;
    }
  }

  /** It nearly always exists, and is about to be entered while everything waits: a look is enough. */
  async #makeWorkdir(): Promise<void> {
    const { workdir } = this.#request;
    const enclosure = this.#enclosure;
    if ((!enclosure || enclosure.placeOf(workdir) === 'here') && isDirectory(workdir)) return;
    try {
      if (enclosure) await makeDirectoryInside(enclosure, workdir, this.#context.umask);
      else await makeDirectories(workdir, this.#context.umask);
    } catch (cause) {
      const isThere = !enclosure && existsSync(workdir);
      const reason = isThere ? 'it is not a directory' : strerror(cause);
      const error = new Error(`cannot make the workdir ${workdir}: ${reason}`, { cause });
      this.#context.updates.stderr(`${error.message}\n`);
      throw error;
    }
  }

  /** How the process ended; undefined when it cannot be ended. */
  async #runChild(environment: Record<string, string>): Promise<ChildExit | undefined> {
    if (this.#isKilled) return NOT_REQUIRED;
    try {
      this.#running = await this.#start(environment);
    } catch (error) {
      if (!(error instanceof ChildStartError)) throw error;
      // It was to end while it waited for its start.
      if (this.#isKilled) return NOT_REQUIRED;
      // A terminal has one stream.
      this.#context.updates[this.#usesPty ? 'stdout' : 'stderr'](`${error.message}\n`);
      return NOT_STARTED;
    }
    const { child, ending } = this.#running;
    this.#watch();
    return Promise.race([child.ended, ending.failed.then(() => undefined)]);
  }

  async #start(environment: Record<string, string>): Promise<WatchedChild> {
    const { commandLine, workdir, realWorkdir = workdir, initialStdin } = this.#request;
    const { unicodeEncoding, umask, clock, logger, commandId } = this.#context;
    const started = await spawnChild(commandLine, {
      environment,
      workdir: realWorkdir,
      unicodeEncoding,
      umask,
      usesPty: this.#usesPty,
      outlives: this.#leftoverProcesses === 'leave',
      enclosure: this.#enclosure,
      stdin: initialStdin ? encodeText(initialStdin, unicodeEncoding) : undefined,
      onOutput: (stream, bytes) => this.#output(stream, bytes),
      terms: {
        clock,
        isRequired: () => !this.#isKilled,
        report: (sentence) => logger.log('warn', `command ${commandId}`, sentence),
      },
    });
    this.#startedAtMs = clock.monotonicMs();
    return { ...started, ending: new ProcessEnding(started.child, started.tree, clock) };
  }

  /** Starts everything that looks after a running process. */
  #watch(): void {
    this.#hold(!this.#context.updates.isWritable);
    // The request to end it may have come while it was being started.
    if (this.#isKilled) this.#running?.ending.begin(this.#request);
    else this.#limits.start();
    for (const logFile of this.#logFiles) logFile.start();
    void this.#running?.child.exited.then(() => {
      // Elsewhere it is waited for, as the Python worker does, within the step's own timeout.
      if (!this.#isOver && this.#leftoverProcesses === 'command') this.#silentPipes.start();
    });
  }

  #output(stream: 'stdout' | 'stderr', bytes: Uint8Array): void {
    this.#outputCame();
    const { wantStdout = true, wantStderr = true } = this.#request;
    if (!(stream === 'stdout' ? wantStdout && !this.#isStdoutOver : wantStderr)) return;
    // Before its last lines, as the Python worker does, the master learns that they are too many.
    this.#limits.count(stream, bytes);
    this.#context.updates.output(stream, bytes);
  }

  #outputCame(): void {
    this.#limits.outputCame();
    this.#silentPipes.outputCame();
  }

  /** While the master does not read, neither do we: the process then waits at its own full pipe. */
  #hold(isHeld: boolean): void {
    if (isHeld === this.#isHeld || !this.#running) return;
    this.#isHeld = isHeld;
    this.#limits.setHeld(isHeld);
    this.#silentPipes.setHeld(isHeld);
    for (const held of [this.#running.child, ...this.#logFiles]) {
      if (isHeld) held.pause();
      else held.resume();
    }
  }

  #exceeded({ failureReason, text }: Excess): void {
    this.#kill(`${text} running ${this.#argvShown}`, failureReason);
    // A program that prints too much may go on until it has been ended.
    this.#isStdoutOver = failureReason === 'max_lines_failure';
  }

  #kill(why: string, failureReason?: string): void {
    if (this.#isKilled || this.#isOver) return;
    this.#isKilled = true;
    this.#limits.stop();
    const { updates } = this.#context;
    if (failureReason !== undefined) updates.value('failure_reason', failureReason);
    updates.header(`\n${why}, attempting to kill\n`);
    this.#reportEnding(this.#running?.tree.survivors() ?? []);
    this.#running?.ending.begin(this.#request);
  }

  #leavePipes(): void {
    const { logger, commandId } = this.#context;
    const text =
      'has ended, what it started holds its output open and is silent: not waiting for it';
    logger.log('warn', `command ${commandId}`, text);
    this.#running?.child.letGo();
  }

  async #finish(exit: ChildExit): Promise<ProcessEnd> {
    this.#stopWatching();
    const elapsedSeconds = (this.#context.clock.monotonicMs() - this.#startedAtMs) / 1000;
    await this.#endRest();
    for (const logFile of this.#logFiles) await logFile.stop();
    const { updates } = this.#context;
    const rc = this.#rcOf(exit);
    if (this.#request.sendRc !== false) {
      if (exit.signal !== null) updates.header(`process killed by signal ${exit.signal}\n`);
      updates.value('rc', rc);
    }
    updates.header(`elapsedTime=${elapsedSeconds.toFixed(6)}\n`);
    return { rc };
  }

  async #abandon(): Promise<ProcessEnd> {
    this.#stopWatching();
    for (const logFile of this.#logFiles) await logFile.abandon();
    this.#complain(this.#running?.tree.survivors() ?? []);
    const { updates } = this.#context;
    updates.header('SIGKILL failed to kill process\n');
    if (this.#request.sendRc !== false) {
      updates.header('using fake rc=-1\n');
      updates.value('rc', -1);
    }
    return { rc: -1, failed: new Error('SIGKILL failed to kill process') };
  }

  /** What it left goes on where the setting has it so; what was to be ended ends with all it started. */
  async #endRest(): Promise<void> {
    const tree = this.#running?.tree;
    if (!tree) return;
    const { clock } = this.#context;
    const left = await settledSurvivors(tree, clock);
    if (left.length === 0 || this.#leaves(tree, left)) return;
    this.#reportEnding(left);
    this.#complain(await endTree(tree, clock));
  }

  #leaves(tree: ProcessTree, left: readonly number[]): boolean {
    const { commandId, leftovers } = this.#context;
    const leftoverProcesses = this.#leftoverProcesses;
    if (this.#isKilled || leftoverProcesses === 'command') return false;
    if (leftoverProcesses === 'leave') tree.release();
    // A lost link refuses what it leaves.
    else this.#isHandedOver = leftovers.keep(tree, left, commandId);
    return this.#isHandedOver || leftoverProcesses === 'leave';
  }

  /** Nothing outlives the enclosure that it runs in. */
  get #leftoverProcesses(): CommandContext['leftoverProcesses'] {
    const { leftoverProcesses } = this.#context;
    return this.#enclosure && leftoverProcesses === 'leave' ? 'build' : leftoverProcesses;
  }

  /** The program itself is the command: what else there is of it is listed. */
  #reportEnding(pids: readonly number[]): void {
    const { commandId, leftovers } = this.#context;
    const fresh = pids.filter(
      (pid) => pid !== this.#running?.child.pid && !this.#reported.has(pid),
    );
    for (const pid of fresh) this.#reported.add(pid);
    leftovers.endWithCommand(fresh, commandId);
  }

  #complain(left: readonly number[]): void {
    if (left.length === 0) return;
    const { logger, commandId, leftProcesses } = this.#context;
    leftProcesses.add(left);
    const text = `could not be ended, please end them yourself: processes ${left.join(', ')}`;
    logger.log('error', `command ${commandId}`, text);
  }

  #stopWatching(): void {
    this.#isOver = true;
    this.#limits.stop();
    this.#silentPipes.cancel();
    this.#running?.ending.stop();
  }

  #rcOf({ code, signal }: ChildExit): number {
    if (signal !== null || code === null) return -1;
    if (code === 0 && this.#isKilled) return process.platform === 'win32' ? 1 : -1;
    return code;
  }

  #environment(): Record<string, string> {
    const { environment = {}, workdir } = this.#request;
    return processEnvironment(this.#context.environment, environment, workdir);
  }

  #header(environment: Record<string, string>): string {
    const { unicodeEncoding } = this.#context;
    const facts = { request: this.#request, environment, unicodeEncoding, usesPty: this.#usesPty };
    return processHeader(facts).join('');
  }

  /** Input for a program comes through a pipe only: a terminal has no end of it. */
  get #usesPty(): boolean {
    const { usePty = false, initialStdin } = this.#request;
    return usePty && initialStdin === undefined && process.platform !== 'win32';
  }

  get #argvShown(): string {
    return shownArgv(this.#request.commandLine, this.#context.unicodeEncoding);
  }

  #watcherOf({ logName, filename, isFollowed }: LogFileRequest): LogFileWatcher {
    const { clock, updates } = this.#context;
    return new LogFileWatcher({
      path: resolve(this.#request.workdir, filename),
      isFollowed,
      clock,
      within: this.#request.logFilesWithin,
      onBytes: (bytes) => {
        this.#outputCame();
        updates.logOutput(logName, bytes);
      },
    });
  }
}
