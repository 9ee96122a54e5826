import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Timer } from '../../lib/clock.ts';
import type { Disposable } from '../../lib/disposable.ts';
import { messageOf } from '../../lib/errors.ts';
import type { CommandContext } from '../commands/command.ts';
import { encodeText } from '../updates/python-encodings.ts';
import { type Child, type ChildExit, ChildStartError } from './child.ts';
import type { ProcessTree } from './end-tree.ts';
import { LineCounter } from './line-counter.ts';
import { LogFileWatcher } from './log-file-watcher.ts';
import { NoOutputTimer } from './no-output-timer.ts';
import { processEnvironment } from './process-environment.ts';
import { processHeader, shownArgv } from './process-header.ts';
import type { ProcessEnd, ProcessRequest, RunningProcess } from './process-request.ts';
import { spawnChild, treeOf } from './spawn-child.ts';

/** How long a killed process may take to vanish. */
const KILL_PATIENCE_MS = 5_000;
/** How long the end of a process takes to be told once nobody waits for its pipes any more. */
const EXIT_NEWS_MS = 100;
/** Descendants are looked for often at first: who daemonises does so at the start. */
const FIRST_LOOK_MS = 20;
const LAST_LOOK_MS = 1_000;
/** What a program that cannot be started counts as; a Python worker's child exits so. */
const NOT_STARTED: ChildExit = { code: 1, signal: null };

/** A process that runs for a command. See `runProcessForCommand`. */
export class CommandProcess implements RunningProcess {
  readonly done: Promise<ProcessEnd>;
  readonly #context: CommandContext;
  readonly #request: ProcessRequest;
  readonly #startedAtMs: number;
  readonly #logFiles: readonly LogFileWatcher[];
  readonly #timers = new Set<Timer>();
  readonly #lineCounters = { stdout: new LineCounter(), stderr: new LineCounter() };
  #noOutput: NoOutputTimer | undefined;
  #flow: Disposable | undefined;
  #child: Child | undefined;
  #tree: ProcessTree | undefined;
  #lookTimer: Timer | undefined;
  /** Set by the first reason to end the process; later ones change nothing. */
  #isKilled = false;
  #isOver = false;
  #giveUp: (() => void) | undefined;

  constructor(context: CommandContext, request: ProcessRequest) {
    this.#context = context;
    this.#request = request;
    this.#startedAtMs = context.clock.monotonicMs();
    this.#logFiles = (request.logFiles ?? []).map((file) => this.#watcherOf(file));
    this.done = this.#run();
  }

  interrupt(_why: string): void {
    this.#kill('command interrupted');
  }

  async #run(): Promise<ProcessEnd> {
    try {
      const environment = this.#environment();
      const exit = await this.#runChild(environment);
      return exit ? await this.#finish(exit) : this.#abandon();
    } catch (error) {
      return { rc: -1, failed: error instanceof Error ? error : new Error(messageOf(error)) };
    } finally {
      this.#isOver = true;
      this.#stopTimers();
      this.#flow?.dispose();
    }
  }

  /** How the process ended; undefined when it cannot be ended. */
  async #runChild(environment: Record<string, string>): Promise<ChildExit | undefined> {
    const { updates, unicodeEncoding } = this.#context;
    const usesPty = this.#usesPty;
    await this.#makeWorkdir();
    const facts = { request: this.#request, environment, unicodeEncoding, usesPty };
    updates.header(processHeader(facts).join(''));
    for (const logFile of this.#logFiles) await logFile.prepare();
    try {
      this.#child = await this.#spawn(environment, usesPty);
    } catch (error) {
      if (!(error instanceof ChildStartError)) throw error;
      updates.stderr(`${error.message}\n`);
      return NOT_STARTED;
    }
    this.#tree = treeOf(this.#child);
    this.#watch(this.#child);
    const gaveUp = new Promise<undefined>((settle) => {
      this.#giveUp = () => settle(undefined);
    });
    return Promise.race([this.#child.ended, gaveUp]);
  }

  async #makeWorkdir(): Promise<void> {
    try {
      await mkdir(this.#request.workdir, { recursive: true });
    } catch (error) {
      this.#context.updates.stderr(`cannot make the workdir: ${messageOf(error)}\n`);
      throw error;
    }
  }

  #spawn(environment: Record<string, string>, usesPty: boolean): Promise<Child> {
    const { commandLine, workdir, initialStdin } = this.#request;
    const stdin = initialStdin
      ? encodeText(initialStdin, this.#context.unicodeEncoding)
      : undefined;
    const onOutput = (stream: 'stdout' | 'stderr', bytes: Uint8Array): void =>
      this.#output(stream, bytes);
    return spawnChild(commandLine, { environment, workdir, stdin, onOutput }, usesPty);
  }

  /** Sets everything going that looks after a running process. */
  #watch(child: Child): void {
    const { clock, updates } = this.#context;
    const { timeoutSeconds, maxTimeSeconds } = this.#request;
    if (timeoutSeconds) {
      this.#noOutput = new NoOutputTimer(clock, timeoutSeconds * 1000, () =>
        this.#kill(
          this.#timedOut(`${timeoutSeconds} seconds without output`),
          'timeout_without_output',
        ),
      );
      this.#noOutput.start();
    }
    if (maxTimeSeconds) {
      this.#after(maxTimeSeconds * 1000, () =>
        this.#kill(this.#timedOut(`${maxTimeSeconds} seconds elapsed`), 'timeout'),
      );
    }
    for (const logFile of this.#logFiles) logFile.start();
    this.#flow = updates.onWritableChanged((isWritable) => this.#hold(!isWritable));
    if (!updates.isWritable) this.#hold(true);
    this.#look(FIRST_LOOK_MS);
    // The wish to end it may have come while it was being started.
    if (this.#isKilled) this.#endTree();
    void child.ended.then(() => this.#lookTimer?.cancel());
  }

  #look(delayMs: number): void {
    this.#lookTimer = this.#context.clock.setTimer(delayMs, () => {
      this.#tree?.look();
      this.#look(Math.min(delayMs * 2, LAST_LOOK_MS));
    });
  }

  #output(stream: 'stdout' | 'stderr', bytes: Uint8Array): void {
    this.#noOutput?.heard();
    const { wantStdout, wantStderr } = this.#request;
    const isWanted = stream === 'stdout' ? wantStdout : wantStderr;
    // In this order, as the Python worker has it: the excess is told before what exceeds.
    this.#countLines(stream, bytes);
    if (isWanted !== false) this.#context.updates.output(stream, bytes);
  }

  #countLines(stream: 'stdout' | 'stderr', bytes: Uint8Array): void {
    const { maxLines } = this.#request;
    if (!maxLines || this.#isKilled) return;
    const { stdout, stderr } = this.#lineCounters;
    this.#lineCounters[stream].add(bytes);
    const lines = stdout.lines + stderr.lines;
    if (lines <= maxLines) return;
    const excess = `command exceeds max lines: ${lines}/${maxLines} written/allowed`;
    this.#kill(`${excess} running ${this.#argvShown}`, 'max_lines_failure');
  }

  /** While the master does not read, neither do we: the process then waits at its own full pipe. */
  #hold(isHeld: boolean): void {
    if (this.#isOver || !this.#child) return;
    this.#noOutput?.setHeld(isHeld);
    for (const logFile of this.#logFiles) {
      if (isHeld) logFile.pause();
      else logFile.resume();
    }
    if (isHeld) this.#child.pause();
    else this.#child.resume();
  }

  #kill(why: string, failureReason?: string): void {
    if (this.#isKilled || this.#isOver) return;
    this.#isKilled = true;
    this.#stopTimers();
    const { updates } = this.#context;
    if (failureReason !== undefined) updates.value('failure_reason', failureReason);
    updates.header(`\n${why}, attempting to kill\n`);
    this.#endTree();
  }

  /** First with the signal that was asked for, then with KILL, then by giving up. */
  #endTree(): void {
    if (!this.#tree) return;
    const { sigtermTimeSeconds, interruptSignal = 'KILL' } = this.#request;
    const first = sigtermTimeSeconds ? 'TERM' : interruptSignal;
    if (first === 'KILL') {
      this.#endTreeHard();
      return;
    }
    this.#tree.signal(first);
    const patienceMs = sigtermTimeSeconds ? sigtermTimeSeconds * 1000 : KILL_PATIENCE_MS;
    this.#after(patienceMs, () => this.#endTreeHard());
  }

  #endTreeHard(): void {
    this.#tree?.signal('KILL');
    // What is left in the pipes is little, and the end of the process is behind it.
    this.#child?.resume();
    this.#after(KILL_PATIENCE_MS, () => {
      this.#child?.letGo();
      this.#after(EXIT_NEWS_MS, () => this.#giveUp?.());
    });
  }

  async #finish(exit: ChildExit): Promise<ProcessEnd> {
    this.#isOver = true;
    this.#stopTimers();
    for (const logFile of this.#logFiles) await logFile.stop();
    this.#endRest();
    const { updates, clock } = this.#context;
    const rc = this.#rcOf(exit);
    if (this.#request.sendRc !== false) {
      if (exit.signal !== null) updates.header(`process killed by signal ${exit.signal}\n`);
      updates.value('rc', rc);
    }
    const elapsedSeconds = (clock.monotonicMs() - this.#startedAtMs) / 1000;
    updates.header(`elapsedTime=${elapsedSeconds.toFixed(6)}\n`);
    return { rc };
  }

  async #abandon(): Promise<ProcessEnd> {
    this.#isOver = true;
    for (const logFile of this.#logFiles) await logFile.abandon();
    this.#endRest();
    const { updates } = this.#context;
    updates.header('SIGKILL failed to kill process\n');
    if (this.#request.sendRc !== false) {
      updates.header('using fake rc=-1\n');
      updates.value('rc', -1);
    }
    return { rc: -1, failed: new Error('SIGKILL failed to kill process') };
  }

  /** Nothing of the command outlives it. */
  #endRest(): void {
    const left = this.#tree?.endRest() ?? [];
    this.#tree?.release();
    if (left.length === 0) return;
    const { logger, commandId } = this.#context;
    const text = `could not be ended, look after them yourself: processes ${left.join(', ')}`;
    logger.log('error', `command ${commandId}`, text);
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

  get #usesPty(): boolean {
    return (this.#request.usePty ?? false) && process.platform !== 'win32';
  }

  get #argvShown(): string {
    return shownArgv(this.#request.commandLine, this.#context.unicodeEncoding);
  }

  #timedOut(limit: string): string {
    return `command timed out: ${limit} running ${this.#argvShown}`;
  }

  #watcherOf(file: NonNullable<ProcessRequest['logFiles']>[number]): LogFileWatcher {
    const { clock, updates } = this.#context;
    const { logName, filename, isFollowed } = file;
    return new LogFileWatcher({
      path: resolve(this.#request.workdir, filename),
      isFollowed,
      clock,
      onBytes: (bytes) => {
        this.#noOutput?.heard();
        updates.logOutput(logName, bytes);
      },
    });
  }

  #after(delayMs: number, callback: () => void): void {
    const timer = this.#context.clock.setTimer(delayMs, () => {
      this.#timers.delete(timer);
      callback();
    });
    this.#timers.add(timer);
  }

  #stopTimers(): void {
    this.#noOutput?.cancel();
    for (const timer of this.#timers) timer.cancel();
    this.#timers.clear();
    if (this.#isOver) this.#lookTimer?.cancel();
  }
}
