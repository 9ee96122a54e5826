import type { BigIntStats } from 'node:fs';
import { type FileHandle, stat } from 'node:fs/promises';
import { type Problem, problem } from '../../contract/problem.ts';
import type { Clock, Timer } from '../../lib/clock.ts';
import { codeOf } from '../../lib/message-of.ts';
import { failed, type Outcome, succeeded } from '../../lib/outcome.ts';
import { fileReasonOf } from '../../system/file-reason.ts';
import { openToAppend } from '../../system/opening/open-to-append.ts';
import { LineQueue } from './line-queue.ts';
import { removeOldFiles, rotateFiles } from './rotate-files.ts';

export interface RotationLimits {
  /** Bytes at which a new file is begun; undefined never does by itself. */
  readonly sizeBytes: number | undefined;
  /** Rotated files that are kept; undefined keeps all. */
  readonly keep: number | undefined;
}

export interface RotatingFileOptions {
  readonly path: string;
  readonly limits: RotationLimits;
  readonly clock: Clock;
  /** Something could not be done; reported once until it works again. */
  onTrouble(problem: Problem): void;
}

interface Request {
  /** How far the queue is to be written first. */
  readonly behindBytes: number;
  readonly run: () => Promise<void>;
}

type Trouble = 'log.cannotWrite' | 'log.cannotRotate';

/** A log shows what builds print: nobody but the owner reads it. */
const LOG_MODE = 0o600;

/** A full disk may be emptied, a lost network drive may come back. */
const TRY_AGAIN_MS = 5_000;
/** Somebody may move the file away: a log rotator, or an administrator. */
const LOOK_EVERY_MS = 1_000;

/**
 * A text file that only grows, and makes way for a new one at a size or on request.
 *
 * Nothing throws and nobody waits: lines are queued, and one after another written. While the file cannot
 * be written they are kept, up to a few megabytes, and how many were lost is written in their place.
 */
export class RotatingFile {
  readonly #options: RotatingFileOptions;
  readonly #queue = new LineQueue();
  readonly #requests: Request[] = [];
  readonly #resting: (() => void)[] = [];
  #limits: RotationLimits;
  #handle: FileHandle | undefined;
  #opened: BigIntStats | undefined;
  #size = 0;
  /** A size at which rotation failed is not tried again until as much has been written once more. */
  #sizeForgiven = 0;
  #lookedAtMs = 0;
  #isWorking = false;
  readonly #reported = new Set<Trouble>();
  #retry: Timer | undefined;

  constructor(options: RotatingFileOptions) {
    this.#options = options;
    this.#limits = options.limits;
  }

  /** Queues a line, which brings its own end. */
  write(line: string): void {
    this.#queue.add(line);
    this.#work();
  }

  /** Begins a new file, after all lines that were queued before. One that is empty stays. */
  rotate(): Promise<Outcome<void, Problem>> {
    return this.#request(() => this.#rotate());
  }

  /** Other limits from now on: what is over them already is rotated, or removed. */
  reconfigure(limits: RotationLimits): Promise<Outcome<void, Problem>> {
    return this.#request(async () => {
      this.#limits = limits;
      this.#sizeForgiven = 0;
      if (this.#size > (limits.sizeBytes ?? Number.POSITIVE_INFINITY)) await this.#rotate();
      else await removeOldFiles(this.#options.path, limits.keep);
    });
  }

  /** Resolves when every line is in the file, or cannot be written. */
  async close(): Promise<void> {
    this.#stopWaiting();
    await this.#rest();
    this.#stopWaiting();
    await this.#closeFile();
  }

  #request(work: () => Promise<void>): Promise<Outcome<void, Problem>> {
    return new Promise((resolve) => {
      const run = async (): Promise<void> => resolve(await this.#outcomeOf(work));
      this.#requests.push({ behindBytes: this.#queue.addedBytes, run });
      this.#work();
    });
  }

  async #outcomeOf(work: () => Promise<void>): Promise<Outcome<void, Problem>> {
    try {
      if (this.#handle === undefined) await this.#openFile();
      await work();
      return succeeded(undefined);
    } catch (error) {
      return failed(
        problem('log.cannotBegin', { path: this.#options.path, reason: fileReasonOf(error) }),
      );
    }
  }

  #rest(): Promise<void> {
    return new Promise((resolve) => {
      this.#resting.push(resolve);
      this.#work();
    });
  }

  #stopWaiting(): void {
    this.#retry?.cancel();
    this.#retry = undefined;
  }

  #work(): void {
    if (!this.#isWorking) void this.#workToTheEnd();
  }

  async #workToTheEnd(): Promise<void> {
    this.#isWorking = true;
    for (let next = this.#nextStep(); next !== undefined; next = this.#nextStep()) await next();
    this.#isWorking = false;
    for (const resolve of this.#resting.splice(0)) resolve();
  }

  /** A request waits for the lines before it, unless these cannot be written. */
  #nextStep(): (() => Promise<void>) | undefined {
    const canWrite = !this.#queue.isEmpty && this.#retry === undefined;
    if (canWrite && this.#bytesBeforeRequest > 0) return () => this.#tryToWrite();
    return this.#requests.shift()?.run;
  }

  get #bytesBeforeRequest(): number {
    const end = this.#requests[0]?.behindBytes ?? Number.POSITIVE_INFINITY;
    return end - this.#queue.writtenBytes;
  }

  async #tryToWrite(): Promise<void> {
    try {
      await this.#makeSureOfFile();
      if (this.#queue.firstBytes > this.#room && this.#isBetweenLines) await this.#rotateOrGoOn();
      const batch = this.#queue.batch(Math.min(this.#room, this.#bytesBeforeRequest));
      const { bytesWritten } = await this.#write(batch);
      this.#size += bytesWritten;
      this.#queue.written(bytesWritten);
      this.#reported.delete('log.cannotWrite');
    } catch (error) {
      this.#failed(error);
    }
  }

  #write(bytes: Uint8Array): Promise<{ readonly bytesWritten: number }> {
    if (this.#handle === undefined) throw new Error('the log is closed');
    return this.#handle.write(bytes);
  }

  /** Bytes until the next rotation. */
  get #room(): number {
    const { sizeBytes = Number.POSITIVE_INFINITY } = this.#limits;
    return sizeBytes + this.#sizeForgiven - this.#size;
  }

  get #isBetweenLines(): boolean {
    return this.#size > 0 && !this.#queue.isInsideLine;
  }

  /** A log that cannot be rotated grows on. */
  async #rotateOrGoOn(): Promise<void> {
    try {
      await this.#rotate();
    } catch (error) {
      this.#sizeForgiven = this.#size;
      this.#report('log.cannotRotate', error);
    }
  }

  /** The old file stays open until there is a new one, so that lines always have somewhere to go. */
  async #rotate(): Promise<void> {
    if (this.#size === 0) return;
    await rotateFiles(this.#options.path, this.#limits.keep);
    await this.#openFile();
    this.#reported.delete('log.cannotRotate');
  }

  async #makeSureOfFile(): Promise<void> {
    const nowMs = this.#options.clock.monotonicMs();
    if (this.#handle !== undefined && nowMs - this.#lookedAtMs < LOOK_EVERY_MS) return;
    this.#lookedAtMs = nowMs;
    if (this.#handle === undefined || (await this.#isMovedAway())) await this.#openFile();
  }

  async #isMovedAway(): Promise<boolean> {
    try {
      const { ino, dev } = await stat(this.#options.path, { bigint: true });
      return ino !== this.#opened?.ino || dev !== this.#opened.dev;
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return true;
      throw error;
    }
  }

  async #openFile(): Promise<void> {
    const { file, stats } = await openToAppend(this.#options.path, LOG_MODE);
    await this.#closeFile();
    this.#handle = file;
    this.#opened = stats;
    this.#size = Number(stats.size);
    this.#sizeForgiven = 0;
  }

  async #closeFile(): Promise<void> {
    const handle = this.#handle;
    this.#handle = undefined;
    await handle?.close();
  }

  #failed(error: unknown): void {
    this.#retry = this.#options.clock.setTimer(TRY_AGAIN_MS, () => {
      this.#retry = undefined;
      this.#work();
    });
    this.#report('log.cannotWrite', error);
  }

  #report(what: Trouble, error: unknown): void {
    if (this.#reported.has(what)) return;
    this.#reported.add(what);
    this.#options.onTrouble(
      problem(what, { path: this.#options.path, reason: fileReasonOf(error) }),
    );
  }
}
