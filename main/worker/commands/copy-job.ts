import { realpath } from 'node:fs/promises';
import { openDirectory } from '../../system/opening/open-directory.ts';
import type { CommandContext } from '../command.ts';
import { processEnvironment } from '../process/process-environment.ts';
import { processHeader } from '../process/process-header.ts';
import { wordFrom } from '../process/run-process-for-command.ts';
import type { ProcessLimits } from './process-sequence.ts';
import { copyTree } from './transfer/copy-tree.ts';
import { untilWritable } from './until-writable.ts';

const INTERRUPTED = -1;

/**
 * A copy that we make ourselves, since `cp` follows a link in its destination and looks at each name
 * twice. It is shown to the master as the `cp` that the Python worker would have run.
 */
export class CopyJob {
  readonly #from: string;
  readonly #to: string;
  readonly #limits: ProcessLimits;
  readonly #context: CommandContext;
  readonly #end = new AbortController();

  constructor(from: string, to: string, limits: ProcessLimits, context: CommandContext) {
    this.#from = from;
    this.#to = to;
    this.#limits = limits;
    this.#context = context;
  }

  /** Ends a copy that runs or is about to. */
  interrupt(why = 'command interrupted'): void {
    if (!this.#end.signal.aborted) this.#end.abort(why);
  }

  /**
   * Copies what `from` reaches to what `to` reaches, and shows the latter as `shownTo`. Returns `rc`.
   */
  async run(from: string, to: string, shownTo: string): Promise<number> {
    const { clock, updates } = this.#context;
    const startMs = clock.monotonicMs();
    updates.header(this.#header());
    const maxTimeMs = (this.#limits.maxTime ?? 0) * 1000;
    const timer =
      maxTimeMs > 0
        ? clock.setTimer(maxTimeMs, () =>
            this.interrupt(`command timed out: ${this.#limits.maxTime} seconds elapsed`),
          )
        : undefined;
    try {
      return await this.#copy(from, to, shownTo);
    } finally {
      timer?.cancel();
      const seconds = (clock.monotonicMs() - startMs) / 1000;
      updates.header(`elapsedTime=${seconds.toFixed(6)}\n`);
    }
  }

  async #copy(from: string, to: string, shownTo: string): Promise<number> {
    const { updates, basedir } = this.#context;
    const { signal } = this.#end;
    let rc = 0;
    try {
      const closedTo = new Set([await identityOf(basedir)]);
      await copyTree(
        { from, to, shownFrom: this.#from, shownTo },
        {
          copied: (source, copy) => updates.stdout(`'${source}' -> '${copy}'\n`),
          failed: (sentence) => {
            rc = 1;
            updates.stderr(sentence);
          },
          room: () => untilWritable(updates, signal),
          signal,
          closedTo,
        },
      );
      return rc;
    } catch (error) {
      if (!signal.aborted) throw error;
      updates.header(`\n${String(signal.reason)}, attempting to kill\n`);
      return INTERRUPTED;
    }
  }

  #header(): string {
    const words = ['cp', '-R', '-P', '-p', '-v', this.#from, this.#to].map(wordFrom);
    const { timeout, maxTime, logEnviron } = this.#limits;
    const { basedir, environment, unicodeEncoding } = this.#context;
    return processHeader({
      request: {
        commandLine: { kind: 'argv', words },
        workdir: basedir,
        timeoutSeconds: timeout ?? undefined,
        maxTimeSeconds: maxTime ?? undefined,
        logEnvironment: logEnviron,
      },
      environment: processEnvironment(environment, {}, basedir),
      unicodeEncoding,
      usesPty: false,
    }).join('');
  }
}

async function identityOf(path: string): Promise<string> {
  const directory = await openDirectory(await realpath(path, { encoding: 'buffer' }));
  try {
    return await directory.identity();
  } finally {
    await directory.close();
  }
}
