import { Emitter } from '../../lib/emitter.ts';
import type { Teardown } from '../../lib/teardown.ts';
import type { Flow } from '../command.ts';
import { MOST_UNANSWERED_UPDATE_BYTES, MOST_UNANSWERED_UPDATES } from '../master-limits.ts';
import type { Update, UpdateValue } from '../update.ts';

/**
 * Whether a master keeps up: with reading, as its transport shows, and with answering. One that reads
 * every update and answers none would let calls pile up here without end, and their output there: over the
 * limits of master-limits.ts, which all commands of a connection share, its commands are held back until
 * half of that is answered.
 */
export class UnansweredUpdates implements Flow {
  readonly #transport: Flow;
  readonly #changed = new Emitter<boolean>();
  #count = 0;
  #bytes = 0;
  #isFull = false;
  #wasWritable: boolean;

  /** `transport` lives no longer than this. */
  constructor(transport: Flow) {
    this.#transport = transport;
    this.#wasWritable = transport.isWritable;
    transport.onWritableChanged(() => this.#announce());
  }

  get isWritable(): boolean {
    return !this.#isFull && this.#transport.isWritable;
  }

  onWritableChanged(listener: (isWritable: boolean) => void): Teardown {
    return this.#changed.on(listener);
  }

  /** One message with updates was sent; `answered` must not reject. */
  sent(updates: readonly Update[], answered: Promise<void>): void {
    const bytes = sizeOf(updates);
    this.#add(1, bytes);
    void answered.then(() => this.#add(-1, -bytes));
  }

  #add(count: number, bytes: number): void {
    this.#count += count;
    this.#bytes += bytes;
    const share = this.#isFull ? 0.5 : 1;
    this.#isFull =
      this.#count > share * MOST_UNANSWERED_UPDATES ||
      this.#bytes > share * MOST_UNANSWERED_UPDATE_BYTES;
    this.#announce();
  }

  #announce(): void {
    const { isWritable } = this;
    if (isWritable === this.#wasWritable) return;
    this.#wasWritable = isWritable;
    this.#changed.emit(isWritable);
  }
}

/** In bytes of text, or characters; the rest of a message is bounded by their number. */
function sizeOf(updates: readonly Update[]): number {
  return updates.reduce(
    (sum, update) =>
      sum + (update.kind === 'value' ? charactersOf(update.value) : update.lines.utf8.byteLength),
    0,
  );
}

/** Of a list of names, most of all. */
function charactersOf(value: UpdateValue): number {
  if (typeof value === 'string') return value.length;
  if (!Array.isArray(value)) return 0;
  return value.reduce((sum: number, item: UpdateValue) => sum + charactersOf(item), 0);
}
