import { problem } from '../../contract/problem.ts';
import type { Clock, Timer } from '../../lib/clock.ts';
import type { Teardown } from '../../lib/teardown.ts';
import { LIVENESS_TIMES, Liveness, type LivenessTimes } from './liveness.ts';
import type { MasterConnection } from './master-connection.ts';
import { OutgoingProgress } from './outgoing-progress.ts';

/** After the machine slept the link is probably gone, and an answer comes at once or never. */
const WAKE_PATIENCE_MS = 10_000;

export interface LinkWatchOptions {
  readonly connection: Pick<
    MasterConnection,
    'keepalive' | 'isOwed' | 'lastHeardMs' | 'outgoing' | 'close'
  >;
  /** 0 calls the master only where it owes something. */
  readonly keepaliveSeconds: number;
  readonly clock: Clock;
  /** The end of a drain is waited for, which only the master can announce. */
  isDraining(): boolean;
  readonly times?: LivenessTimes | undefined;
}

/**
 * Calls the master every `keepaliveSeconds`, and drops a link that is dead by the rule of `Liveness`,
 * whatever that interval is. (The Python worker waits for ever, and so does not notice a master that
 * vanished.)
 */
export class LinkWatch implements Teardown {
  readonly #options: LinkWatchOptions;
  readonly #liveness: Liveness;
  readonly #lookMs: number;
  #keepaliveSeconds: number;
  #progress = new OutgoingProgress();
  #lastLookMs: number;
  #heardMs: number;
  /** Keepalives without an answer. */
  #asked = 0;
  #keepaliveTimer: Timer | undefined;
  #lookTimer: Timer | undefined;

  constructor(options: LinkWatchOptions) {
    const { clock, connection, keepaliveSeconds, times = LIVENESS_TIMES } = options;
    this.#options = options;
    this.#liveness = new Liveness(times);
    this.#lookMs = times.lookMs;
    this.#keepaliveSeconds = keepaliveSeconds;
    this.#lastLookMs = clock.monotonicMs();
    this.#heardMs = connection.lastHeardMs;
    this.#scheduleKeepalive();
    this.#scheduleLook();
  }

  /** Another interval from now on; 0 sends none any more. */
  setInterval(keepaliveSeconds: number): void {
    if (keepaliveSeconds === this.#keepaliveSeconds) return;
    this.#keepaliveSeconds = keepaliveSeconds;
    this.#keepaliveTimer?.cancel();
    this.#scheduleKeepalive();
  }

  /** The machine woke up: finds out soon whether the link still lives. */
  wake(): void {
    this.#liveness.probed(WAKE_PATIENCE_MS);
    this.#ask();
  }

  dispose(): void {
    this.#keepaliveTimer?.cancel();
    this.#lookTimer?.cancel();
  }

  #scheduleKeepalive(): void {
    if (this.#keepaliveSeconds <= 0) return;
    this.#keepaliveTimer = this.#options.clock.setTimer(this.#keepaliveSeconds * 1000, () => {
      this.#ask();
      this.#scheduleKeepalive();
    });
  }

  #scheduleLook(): void {
    this.#lookTimer = this.#options.clock.setTimer(this.#lookMs, () => {
      this.#scheduleLook();
      this.#look();
    });
  }

  #ask(): void {
    this.#asked += 1;
    const answered = (): void => {
      this.#asked -= 1;
    };
    // A refused call was answered: the link lives. A lost one is reported by the connection.
    this.#options.connection.keepalive().then(answered, answered);
  }

  #look(): void {
    const { clock, connection, isDraining } = this.#options;
    const nowMs = clock.monotonicMs();
    const elapsedMs = nowMs - this.#lastLookMs;
    this.#lastLookMs = nowMs;
    const isOwed = this.#asked > 0 || connection.isOwed || isDraining();
    const hasHeard = this.#hasHeard();
    if (hasHeard || !isOwed) this.#progress = new OutgoingProgress();
    const isAlive = hasHeard || (isOwed && this.#progress.look(connection.outgoing()));
    switch (this.#liveness.look({ elapsedMs, isOwed, isAlive })) {
      case 'rest':
        return;
      case 'probe':
        this.#ask();
        return;
      case 'end':
        this.#end();
    }
  }

  #hasHeard(): boolean {
    const { lastHeardMs } = this.#options.connection;
    if (lastHeardMs <= this.#heardMs) return false;
    this.#heardMs = lastHeardMs;
    return true;
  }

  #end(): void {
    this.dispose();
    const seconds = Math.round(this.#liveness.silentMs / 1000);
    const why = problem('session.fellSilent', { seconds });
    this.#options.connection.close({ kind: 'silent', problem: why });
  }
}
