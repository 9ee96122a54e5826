import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Problem, problem } from '../contract/problem.ts';
import type { PausedUntil, WorkerStatus } from '../contract/worker/worker-status.ts';
import { codeOf } from '../lib/message-of.ts';
import { PAUSE_FILENAME } from '../system/base-directory-files.ts';
import { fileReasonOf } from '../system/file-reason.ts';
import { readBounded } from '../system/opening/read-bounded.ts';
import { replaceFile } from '../system/writing/replace-file.ts';

/** A time in milliseconds, or a word. */
const MAX_BYTES = 64;

/** The pause of a worker that no app keeps in its settings: a file in the base directory. */
export class KeptPause {
  readonly #path: string;
  readonly #warn: (problem: Problem) => void;
  #kept: PausedUntil | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(basedir: string, warn: (problem: Problem) => void) {
    this.#path = join(basedir, PAUSE_FILENAME);
    this.#warn = warn;
  }

  /** The pause of an earlier start that is not over; undefined where there is none. */
  async read(now: number): Promise<PausedUntil | undefined> {
    this.#kept = await this.#readFile();
    if (typeof this.#kept === 'number' && this.#kept <= now) this.keep(undefined);
    return this.#kept;
  }

  /** Keeps a pause for the next start; undefined forgets it. */
  keep(until: PausedUntil | undefined): void {
    if (until === this.#kept) return;
    this.#kept = until;
    this.#writing = this.#writing.then(() => this.#write(until));
  }

  /** A stopped worker keeps the pause that it was in. */
  follow(status: WorkerStatus): void {
    if (status.kind === 'paused') this.keep(status.until);
    else if (status.kind !== 'draining' && status.kind !== 'stopped') this.keep(undefined);
  }

  /** Resolves when what was kept is in the file. */
  async close(): Promise<void> {
    await this.#writing;
  }

  async #readFile(): Promise<PausedUntil | undefined> {
    try {
      const text = (await readBounded(this.#path, MAX_BYTES)).toString('utf8').trim();
      if (text === 'resumed') return text;
      return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') this.#report('files.cannotRead', error);
      return undefined;
    }
  }

  async #write(until: PausedUntil | undefined): Promise<void> {
    try {
      if (until === undefined) await rm(this.#path, { force: true });
      else await replaceFile(this.#path, `${until}\n`);
    } catch (error) {
      this.#report('files.cannotWrite', error);
    }
  }

  #report(key: 'files.cannotRead' | 'files.cannotWrite', error: unknown): void {
    this.#warn(problem(key, { path: this.#path, reason: fileReasonOf(error) }));
  }
}
