import type { CommandRecord } from '../../contract/builds/build-history.ts';
import type { CommandText } from '../../contract/builds/kept-output.ts';
import type { Preferences } from '../../contract/preferences-contract.ts';
import { type Problem, problem } from '../../contract/problem.ts';
import type { CommandOutput } from '../../contract/worker/worker-status.ts';
import { fileReasonOf } from '../../system/file-reason.ts';
import { OutputFiles } from './output-files.ts';
import { OutputTail } from './output-tail.ts';

/** What the user wants to be kept. */
export type OutputRules = Pick<Preferences, 'keptOutputs' | 'keptOutputBytes' | 'keptOutputDays'>;

export interface KeptOutputsOptions {
  /** Where the files are, which are made with the first output. */
  readonly dir: string;
  readonly rules: () => OutputRules;
  /** Called when something cannot be written or removed. */
  readonly warn: (problem: Problem) => void;
}

/** After so much of what all files may take, the oldest are looked for. */
const TIDY_SHARE = 0.05;
const DAY_MS = 24 * 3_600_000;

/**
 * The last output of each command, kept with its build within what the user wants. Headers are not kept:
 * they list the environment.
 */
export class KeptOutputs {
  readonly #options: KeptOutputsOptions;
  readonly #files: OutputFiles;
  /** Of commands that run, by build, then by command. */
  readonly #tails = new Map<string, Map<string, OutputTail>>();
  #bytesSinceTidy = 0;
  /** One write after the other. */
  #last: Promise<void> = Promise.resolve();
  #hasFailed = false;

  constructor(options: KeptOutputsOptions) {
    this.#options = options;
    this.#files = new OutputFiles(options.dir);
  }

  /** A command of a build prints. */
  printed(buildId: string, { commandId, stream, text }: CommandOutput): void {
    if (stream === 'header' || this.#options.rules().keptOutputs === 'none') return;
    const ofBuild = this.#tails.get(buildId) ?? new Map<string, OutputTail>();
    const tail = ofBuild.get(commandId) ?? new OutputTail();
    this.#tails.set(buildId, ofBuild.set(commandId, tail));
    tail.add(stream, text);
  }

  /** A command has ended that is kept with its build; returns whether its output is kept, too. */
  ended(buildId: string, { commandId, isFailure }: CommandRecord): boolean {
    const text = this.#tails.get(buildId)?.get(commandId)?.text;
    this.dropped(buildId, commandId);
    const { keptOutputs } = this.#options.rules();
    const isWanted = keptOutputs === 'all' || (keptOutputs === 'failed' && isFailure);
    if (text === undefined || !isWanted) return false;
    this.#inOrder(async () => {
      this.#bytesSinceTidy += await this.#files.add(buildId, commandId, text);
      const { keptOutputBytes } = this.#options.rules();
      if (this.#bytesSinceTidy > keptOutputBytes * TIDY_SHARE) await this.#tidy();
    });
    return true;
  }

  /** What a command printed is not needed any more, or without one, what any of the build did. */
  dropped(buildId: string, commandId?: string): void {
    if (commandId === undefined) this.#tails.delete(buildId);
    else this.#tails.get(buildId)?.delete(commandId);
  }

  /** Undefined for what is not kept, or no longer. Errors: those of the file system. */
  async find(buildId: string, commandId: string): Promise<CommandText | undefined> {
    await this.#last;
    return this.#files.find(buildId, commandId);
  }

  /** Removes what is kept of these builds. */
  forget(buildIds: readonly string[]): void {
    this.#inOrder(() => this.#files.remove(buildIds));
  }

  /** Removes what is more, or older, than the user wants. */
  tidy(): void {
    this.#inOrder(() => this.#tidy());
  }

  /** Resolves when everything is in the files. */
  async settled(): Promise<void> {
    let last: unknown;
    while (last !== this.#last) {
      last = this.#last;
      await last;
    }
  }

  async #tidy(): Promise<void> {
    const { keptOutputs, keptOutputBytes, keptOutputDays } = this.#options.rules();
    this.#bytesSinceTidy = 0;
    const bytes = keptOutputs === 'none' ? 0 : keptOutputBytes;
    await this.#files.tidy({ bytes, ageMs: keptOutputDays * DAY_MS }, Date.now());
  }

  #inOrder(work: () => Promise<void>): void {
    this.#last = this.#last.then(work).catch((error: unknown) => this.#failed(error));
  }

  #failed(error: unknown): void {
    if (this.#hasFailed) return;
    this.#hasFailed = true;
    const { dir, warn } = this.#options;
    warn(problem('files.cannotKeepHistory', { path: dir, reason: fileReasonOf(error) }));
  }
}
