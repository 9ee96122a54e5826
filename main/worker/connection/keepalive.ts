import { problem } from '../../contract/problem.ts';
import type { Clock, Timer } from '../../lib/clock.ts';
import type { Teardown } from '../../lib/teardown.ts';
import type { MasterConnection } from './master-connection.ts';

/** A master may be busy for a while, with a reconfiguration for example; longer than this is a dead link. */
const LEAST_PATIENCE_SECONDS = 30;
const MOST_PATIENCE_SECONDS = 120;
/** After the machine slept the link is probably gone, and an answer comes at once or never. */
const PROBE_PATIENCE_SECONDS = 10;

/**
 * Calls the master every `keepaliveSeconds` and drops a link on which nothing arrives in answer. (The
 * Python worker waits for ever, and so does not notice a master that vanished.)
 */
export class Keepalive implements Teardown {
  readonly #connection: MasterConnection;
  #keepaliveSeconds: number;
  readonly #clock: Clock;
  #nextTimer: Timer | undefined;
  #patienceTimer: Timer | undefined;

  /** `keepaliveSeconds` of 0 sends none but those of `probe`. */
  constructor(connection: MasterConnection, keepaliveSeconds: number, clock: Clock) {
    this.#connection = connection;
    this.#keepaliveSeconds = keepaliveSeconds;
    this.#clock = clock;
    this.#schedule();
  }

  /** Another interval from now on; 0 sends none any more. */
  setInterval(keepaliveSeconds: number): void {
    if (keepaliveSeconds === this.#keepaliveSeconds) return;
    this.#keepaliveSeconds = keepaliveSeconds;
    this.#nextTimer?.cancel();
    this.#schedule();
  }

  /** Finds out at once whether the link still lives. */
  probe(): void {
    this.#send(PROBE_PATIENCE_SECONDS);
  }

  dispose(): void {
    this.#nextTimer?.cancel();
    this.#patienceTimer?.cancel();
  }

  #schedule(): void {
    if (this.#keepaliveSeconds <= 0) return;
    this.#nextTimer = this.#clock.setTimer(this.#keepaliveSeconds * 1000, () => {
      this.#send(patienceSeconds(this.#keepaliveSeconds));
      this.#schedule();
    });
  }

  #send(patience: number): void {
    const sentMs = this.#clock.monotonicMs();
    // A refused call was answered: the link lives. A lost one is reported by the connection.
    this.#connection.keepalive().catch(() => {});
    // Replacing an earlier deadline by a later one would let a probe save a dead link.
    if (this.#patienceTimer && patience > PROBE_PATIENCE_SECONDS) return;
    this.#patienceTimer?.cancel();
    this.#patienceTimer = this.#clock.setTimer(patience * 1000, () => {
      this.#patienceTimer = undefined;
      if (this.#connection.lastHeardMs <= sentMs) this.#drop(sentMs);
    });
  }

  #drop(sentMs: number): void {
    const seconds = Math.round((this.#clock.monotonicMs() - sentMs) / 1000);
    this.#connection.close({ kind: 'silent', problem: problem('session.fellSilent', { seconds }) });
  }
}

function patienceSeconds(keepaliveSeconds: number): number {
  return Math.min(MOST_PATIENCE_SECONDS, Math.max(LEAST_PATIENCE_SECONDS, keepaliveSeconds));
}
