import type { EndedProcesses, EndsWith } from '../../../contract/builds/work-event.ts';
import type { Clock, Timer } from '../../../lib/clock.ts';
import type { Logger } from '../../../logging/logger.ts';
import { programNameOf } from '../../../system/program-name-of.ts';
import { killByForce } from '../../../system/running-process.ts';
import type { LeftoverKeeper, LeftProcessList } from '../../command.ts';
import type { ProcessTree } from '../../process-tree.ts';
import { endTrees } from './end-tree.ts';
import { ProcessLook } from './process-look.ts';

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
  /** Where they run, which ends with them. Default: in the open. */
  readonly enclosure?: { readonly isOpen: boolean; end(): Promise<void> | undefined };
  /** Called before they end, with what is about to, and what it belongs to. */
  onEnding(processes: EndedProcesses, endsWith: EndsWith): void;
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
    const others = this.#remaining().length;
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

  endWithCommand(pids: readonly number[], commandId: string): void {
    this.#report(pids, 'command', `command ${commandId}`, 'ends what it started');
  }

  /** The builder has commands to run, or none any more. */
  setBusy(isBusy: boolean): void {
    this.#isBusy = isBusy;
    this.#idleTimer?.cancel();
    const isHeld = this.#trees.size > 0 || this.#options.enclosure?.isOpen === true;
    if (!isBusy && isHeld) this.#awaitUse();
  }

  /** Ends all of it by force; what comes later is kept again. */
  end(why: string): void {
    this.#idleTimer?.cancel();
    const ended = [this.#endKept(why), this.#options.enclosure?.end()];
    if (ended.some((each) => each !== undefined)) {
      this.#options.onEnd(Promise.all(ended).then(() => {}));
    }
  }

  /** As `end`; whatever comes later ends with its command. */
  close(why: string): void {
    this.#isClosed = true;
    this.end(why);
  }

  #endKept(why: string): Promise<void> | undefined {
    const left = this.#survivors();
    const trees = [...this.#trees];
    this.#trees.clear();
    if (trees.length === 0) return undefined;
    const { builderName } = this.#options;
    this.#report(left, 'build', builderName, `ends what the build left running, ${why}`);
    for (const pid of left) killByForce(pid);
    return this.#endTrees(trees);
  }

  #report(pids: readonly number[], endsWith: EndsWith, subject: string, text: string): void {
    if (pids.length === 0) return;
    const { logger, onEnding } = this.#options;
    const processes = processesFrom(pids);
    logger.log('info', subject, `${text}: ${processes.names.join(', ')} (${processes.count})`);
    onEnding(processes, endsWith);
  }

  #awaitUse(): void {
    this.#idleTimer?.cancel();
    this.#idleTimer = this.#options.clock.setTimer(IDLE_MS, () =>
      this.end('nothing was asked of the builder for ten minutes'),
    );
  }

  async #endTrees(trees: readonly ProcessTree[]): Promise<void> {
    const { builderName, clock, logger, leftProcesses } = this.#options;
    const left = await endTrees(trees, clock);
    for (const tree of trees) tree.close();
    if (left.length === 0) return;
    leftProcesses.add(left);
    const text = `could not be ended, please end them yourself: processes ${left.join(', ')}`;
    logger.log('error', builderName, text);
  }

  /** All that goes on, in one look. */
  #survivors(): readonly number[] {
    const { clock } = this.#options;
    const untilMs = clock.monotonicMs() + LONGEST_LOOK_MS;
    return this.#stillRunning((tree, look) =>
      clock.monotonicMs() < untilMs ? tree.survivors(look) : tree.remaining(),
    );
  }

  /** A look that costs little: only where nothing goes on that was known is it looked for more. */
  #remaining(): readonly number[] {
    return this.#stillRunning((tree, look) => {
      const known = tree.remaining();
      return known.length > 0 ? known : tree.survivors(look);
    });
  }

  /** A process counts once, though several trees may show it; trees of which nothing goes on are forgotten. */
  #stillRunning(
    pidsOf: (tree: ProcessTree, look: ProcessLook) => readonly number[],
  ): readonly number[] {
    const look = new ProcessLook();
    const running = new Set<number>();
    for (const tree of this.#trees) {
      const pids = pidsOf(tree, look);
      for (const pid of pids) running.add(pid);
      if (pids.length > 0 || !tree.isSettled) continue;
      tree.close();
      this.#trees.delete(tree);
    }
    return [...running];
  }
}

function processesFrom(pids: readonly number[]): EndedProcesses {
  const names = [...new Set(pids.map(programNameOf))].slice(0, MOST_NAMES);
  return { names, count: pids.length };
}
