import type { Notice } from './notice-from.ts';

/** What came in quiet hours and waits for their end: of each worker, and of the disk, the last notice. */
export class HeldNotices {
  readonly #held = new Map<string, Notice>();

  hold(notice: Notice): void {
    // Whoever looks for builds has their list.
    if (notice.kind === 'buildFailed' || notice.kind === 'buildEnded') return;
    const about = notice.kind === 'diskLow' ? notice.kind : (notice.opens.workerId ?? '');
    // The last one is the one that counts, and goes to the end.
    this.#held.delete(about);
    this.#held.set(about, notice);
  }

  /** The worker does what it should: nothing that came before matters any more. */
  settled(workerId: string): void {
    this.#held.delete(workerId);
  }

  /** All of them, which are held no more. */
  release(): readonly Notice[] {
    const released = [...this.#held.values()];
    this.#held.clear();
    return released;
  }
}
