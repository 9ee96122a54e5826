import { networkInterfaces } from 'node:os';
import type { Clock, Timer } from '../../lib/clock.ts';
import type { Teardown } from '../../lib/teardown.ts';

const LOOK_EVERY_MS = 5_000;
/** A look this much later than planned means that the machine slept. */
const SLEPT_MS = 20_000;

/**
 * Calls back when this machine woke up from sleep or got other network addresses: moments at which a
 * connection may have died unnoticed, and at which a fresh try may succeed.
 */
export class Wakeups implements Teardown {
  readonly #clock: Clock;
  readonly #onWakeup: (why: string) => void;
  readonly #addresses: () => string;
  #lastLookMs: number;
  #lastAddresses: string;
  #timer: Timer | undefined;

  constructor(clock: Clock, onWakeup: (why: string) => void, addresses = ownAddresses) {
    this.#clock = clock;
    this.#onWakeup = onWakeup;
    this.#addresses = addresses;
    // The wall clock goes on while the machine sleeps; the monotonic one does not on every system.
    this.#lastLookMs = clock.now();
    this.#lastAddresses = addresses();
    this.#schedule();
  }

  dispose(): void {
    this.#timer?.cancel();
  }

  #schedule(): void {
    this.#timer = this.#clock.setTimer(LOOK_EVERY_MS, () => {
      this.#look();
      this.#schedule();
    });
  }

  #look(): void {
    const nowMs = this.#clock.now();
    const addresses = this.#addresses();
    const lateMs = nowMs - this.#lastLookMs - LOOK_EVERY_MS;
    const hasMoved = addresses !== this.#lastAddresses;
    this.#lastLookMs = nowMs;
    this.#lastAddresses = addresses;
    if (lateMs > SLEPT_MS) this.#onWakeup('this machine was asleep');
    else if (hasMoved) this.#onWakeup("this machine's network has changed");
  }
}

function ownAddresses(): string {
  return Object.values(networkInterfaces())
    .flatMap((entries) => (entries ?? []).map(({ address }) => address))
    .sort()
    .join(' ');
}
