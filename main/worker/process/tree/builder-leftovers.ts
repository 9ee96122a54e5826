import type { EndedProcesses } from '../../../contract/builds/work-event.ts';
import type { Clock, Timer } from '../../../lib/clock.ts';
import type { Logger } from '../../../logging/logger.ts';
import { programNameOf } from '../../../system/program-name-of.ts';
import { killByForce } from '../../../system/running-process.ts';
import type { LeftoverKeeper, LeftProcessList } from '../../command.ts';
import type { ProcessTree } from '../../process-tree.ts';
import { endTree } from './end-tree.ts';

/** In sum for a builder; the command that leaves more ends with all that it started. */
const MOST_PROCESSES = 100;
/** A builder that gets nothing to do for so long is taken to be done with its build. */
const IDLE_MS = 600_000;
/** Looks at every process hold up everything: what they did not reach is listed as it was last seen. */
const LONGEST_LOOK_MS = 50;
/** Names in a build's record and in a line of the log. */
const MOST_NAMES = 20;

export interface BuilderLeftoversOptions {
  readonly builderName: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly leftProcesses: LeftProcessList;
  /** Called before they end, with what is about to. */
  onEnding(processes: EndedProcesses): void;
  /** Gets what settles when they have ended. */
  onEnd(ended: Promise<void>): void;
}

/** What the commands of one build left running: it goes on for the commands that follow. */
export class BuilderLeftovers implements LeftoverKeeper {
  readonly #options: BuilderLeftoversOptions;
  readonly #trees = new Set<ProcessTree>();
  #idleTimer: Timer | undefined;
  #isBusy = true;
  #isClosed = false;

  constructor(options: BuilderLeftoversOptions) {
    this.#options = options;
  }

  keep(tree: ProcessTree, left: readonly number[], commandId: string): boolean {
    if (this.#isClosed) return false;
    const { logger, builderName } = this.#options;
    this.#forgetEnded();
    const others = countOf([...this.#trees].map((tree) => tree.remaining()));
    if (others + left.length > MOST_PROCESSES) {
      const text = `leaves ${left.length} processes running, its builder ${others}: those of the command are ended, ${MOST_PROCESSES} may stay`;
      logger.log('warn', `command ${commandId}`, text);
      return false;
    }
    tree.keep();
    this.#trees.add(tree);
    const { names, count } = processesFrom(left);
    const text = `leaves processes running, which end with the build of ${builderName}: ${names.join(', ')} (${count})`;
    logger.log('info', `command ${commandId}`, text);
    if (!this.#isBusy) this.#awaitUse();
    return true;
  }

  /** The builder has commands to run, or none any more. */
  setBusy(isBusy: boolean): void {
    this.#isBusy = isBusy;
    this.#idleTimer?.cancel();
    if (!isBusy && this.#trees.size > 0) this.#awaitUse();
  }

  /** Ends all of it by force; what comes later is kept again. */
  end(why: string): void {
    this.#idleTimer?.cancel();
    const left = this.#survivors();
    const trees = [...this.#trees];
    this.#trees.clear();
    if (trees.length === 0) return;
    const { builderName, logger, onEnding, onEnd } = this.#options;
    const processes = processesFrom(left);
    const text = `ends what the build left running, ${why}: ${processes.names.join(', ')} (${processes.count})`;
    logger.log('info', builderName, text);
    onEnding(processes);
    for (const pid of left) killByForce(pid);
    onEnd(this.#endTrees(trees));
  }

  /** As `end`; whatever comes later ends with its command. */
  close(why: string): void {
    this.#isClosed = true;
    this.end(why);
  }

  #awaitUse(): void {
    this.#idleTimer?.cancel();
    this.#idleTimer = this.#options.clock.setTimer(IDLE_MS, () =>
      this.end('nothing was asked of the builder for ten minutes'),
    );
  }

  /** One after the other, so that nothing else waits for long. */
  async #endTrees(trees: readonly ProcessTree[]): Promise<void> {
    for (const tree of trees) {
      await this.#endTree(tree);
      await new Promise((others) => setImmediate(others));
    }
  }

  async #endTree(tree: ProcessTree): Promise<void> {
    const { builderName, clock, logger, leftProcesses } = this.#options;
    const left = await endTree(tree, clock);
    tree.close();
    if (left.length === 0) return;
    leftProcesses.add(left);
    const text = `could not be ended, please end them yourself: processes ${left.join(', ')}`;
    logger.log('error', builderName, text);
  }

  /** A process counts once, though several trees may show it. */
  #survivors(): readonly number[] {
    this.#forgetEnded();
    const { clock } = this.#options;
    const untilMs = clock.monotonicMs() + LONGEST_LOOK_MS;
    const pids = [...this.#trees].flatMap((tree) =>
      clock.monotonicMs() < untilMs ? tree.survivors() : tree.remaining(),
    );
    return [...new Set(pids)];
  }

  #forgetEnded(): void {
    for (const tree of this.#trees) {
      if (tree.remaining().length > 0 || tree.survivors().length > 0 || !tree.isSettled) continue;
      tree.close();
      this.#trees.delete(tree);
    }
  }
}

function countOf(pids: readonly (readonly number[])[]): number {
  return new Set(pids.flat()).size;
}

function processesFrom(pids: readonly number[]): EndedProcesses {
  const names = [...new Set(pids.map(programNameOf))].slice(0, MOST_NAMES);
  return { names, count: pids.length };
}
