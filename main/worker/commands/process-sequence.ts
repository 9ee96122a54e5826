import type { CommandContext, Urgency } from '../command.ts';
import type { CommandWord, RunningProcess } from '../process/process-request.ts';
import { runProcessForCommand, wordFrom } from '../process/run-process-for-command.ts';

/** What the processes of one command share, as the master sent it. */
export interface ProcessLimits {
  /** Seconds; null: any. */
  readonly timeout: number | null;
  readonly maxTime: number | null;
  readonly logEnviron: boolean;
}

/** The programs that one command runs, one after the other; they are shown to run in the base directory. */
export class ProcessSequence {
  readonly #context: CommandContext;
  readonly #limits: ProcessLimits;
  #current: RunningProcess | undefined;
  #isInterrupted = false;

  constructor(context: CommandContext, limits: ProcessLimits) {
    this.#context = context;
    this.#limits = limits;
  }

  get isInterrupted(): boolean {
    return this.#isInterrupted;
  }

  /**
   * Runs a program to its end and returns its exit code; -1 without running it after an interrupt.
   *
   * Errors: rejects when it could not be ended.
   */
  run(...words: readonly (string | CommandWord)[]): Promise<number> {
    return this.runIn(undefined, ...words);
  }

  /** `run` in a directory that only this process names so. */
  async runIn(
    realWorkdir: string | undefined,
    ...words: readonly (string | CommandWord)[]
  ): Promise<number> {
    if (this.#isInterrupted) return -1;
    const { timeout, maxTime, logEnviron } = this.#limits;
    this.#current = runProcessForCommand(this.#context, {
      commandLine: { kind: 'argv', words: words.map(wordFrom) },
      workdir: this.#context.basedir,
      realWorkdir,
      timeoutSeconds: timeout ?? undefined,
      maxTimeSeconds: maxTime ?? undefined,
      logEnvironment: logEnviron,
      sendRc: false,
    });
    const end = await this.#current.done;
    this.#current = undefined;
    if (end.failed) throw end.failed;
    return end.rc;
  }

  interrupt(why: string, urgency?: Urgency): void {
    this.#isInterrupted = true;
    this.#current?.interrupt(why, urgency);
  }
}
