import type { Teardown } from '../../../lib/teardown.ts';
import type { Bot } from '../../bot.ts';

/**
 * Leaving gracefully where the master cannot be asked: running builds go on, the start of new ones is
 * held back, and when nothing has run for the gap between two steps it is time to leave. Builds that
 * were held back lose the worker before their first step, and the master starts them again elsewhere.
 */
export class OwnDrain {
  readonly #bot: Bot;
  #stage: 'working' | 'draining' | 'leaving' = 'working';
  #watch: Teardown | undefined;
  #held: (() => void)[] = [];

  constructor(bot: Bot) {
    this.#bot = bot;
  }

  begin(): void {
    if (this.#stage !== 'working') return;
    this.#stage = 'draining';
    this.#watch = this.#bot.onChanged(() => this.#leaveIfIdle());
    this.#leaveIfIdle();
  }

  /** Builds may start again, those that were held back first. False when it is too late for that. */
  cancel(): boolean {
    if (this.#stage === 'leaving') return false;
    this.#stage = 'working';
    this.dispose();
    const held = this.#held;
    this.#held = [];
    for (const admit of held) admit();
    return true;
  }

  /** Settles when a new build may start: at once unless the worker is about to leave. */
  async admitBuild(): Promise<void> {
    if (this.#stage !== 'working') await new Promise<void>((resolve) => this.#held.push(resolve));
    this.#bot.expectBuild();
  }

  /** What is held stays held for ever: the connection that asked is gone. */
  dispose(): void {
    this.#watch?.dispose();
    this.#watch = undefined;
  }

  #leaveIfIdle(): void {
    if (this.#stage !== 'draining' || this.#bot.isBusy) return;
    this.#stage = 'leaving';
    this.dispose();
    this.#bot.shutdown('no build runs any more, so we leave');
  }
}
