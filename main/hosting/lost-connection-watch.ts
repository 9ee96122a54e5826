import type { WorkerStatus } from '../contract/worker/worker-status.ts';
import type { Clock, Timer } from '../lib/clock.ts';

/** Nets and masters come back by themselves within this time, mostly. */
export const LONG_MS = 10 * 60_000;

/** Calls back once when a worker has been without its master for long. */
export class LostConnectionWatch {
  readonly #clock: Clock;
  readonly #onLong: (workerId: string) => void;
  readonly #timers = new Map<string, Timer>();

  constructor(clock: Clock, onLong: (workerId: string) => void) {
    this.#clock = clock;
    this.#onLong = onLong;
  }

  /** To be called at each change. Errors have notices of their own. */
  follow(workerId: string, { kind }: WorkerStatus): void {
    if (kind !== 'connecting') {
      this.#timers.get(workerId)?.cancel();
      this.#timers.delete(workerId);
      return;
    }
    if (this.#timers.has(workerId)) return;
    const report = (): void => this.#onLong(workerId);
    this.#timers.set(workerId, this.#clock.setTimer(LONG_MS, report));
  }
}
