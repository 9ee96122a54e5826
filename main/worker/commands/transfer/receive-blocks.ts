import type { FileReader } from '../../command.ts';
import {
  MOST_BLOCKS_IN_FLIGHT,
  MOST_BYTES_IN_FLIGHT,
  nextBlockBytes,
  type TransferLimits,
} from './transfer-limits.ts';
import { WriteBehind } from './write-behind.ts';

/** Why no further block was read; `no-data`: the master answered without any. */
export type ReceiveEnd = 'end-of-file' | 'maxsize-reached' | 'interrupted' | 'no-data';

export interface BlockReceiving {
  readonly reader: FileReader;
  readonly limits: TransferLimits;
  /** Takes blocks in order; not called again before it has settled. */
  write(blocks: readonly Uint8Array[]): Promise<void>;
  isInterrupted(): boolean;
}

/**
 * Reads the master's file block by block until its end, `maxsize` or an interrupt.
 *
 * The master answers reads in the order they were asked, so several are under way; at first one, so
 * that a short file costs no needless questions. All are answered, and written, when it settles.
 *
 * Errors: rejects with what the master answered to a read, or with what `write` threw.
 */
export async function receiveBlocks(receiving: BlockReceiving): Promise<ReceiveEnd> {
  const ahead = new ReadAhead(receiving.reader, receiving.limits);
  const behind = new WriteBehind((blocks) => receiving.write(blocks));
  try {
    return await receiveEach(receiving, ahead, behind);
  } finally {
    await ahead.settle();
    await behind.settle();
  }
}

async function receiveEach(
  receiving: BlockReceiving,
  ahead: ReadAhead,
  behind: WriteBehind,
): Promise<ReceiveEnd> {
  for (;;) {
    if (receiving.isInterrupted()) return 'interrupted';
    const answer = ahead.next();
    if (!answer) return 'maxsize-reached';
    const block = await answer;
    if (receiving.isInterrupted()) return 'interrupted';
    if (block === null) return 'no-data';
    if (block.length === 0) return 'end-of-file';
    await behind.add(block);
  }
}

/** Reads that were asked for and not looked at yet, oldest first. */
class ReadAhead {
  readonly #reader: FileReader;
  readonly #limits: TransferLimits;
  readonly #most: number;
  readonly #answers: Promise<Uint8Array | null>[] = [];
  #allowed = 1;
  /** Bytes that arrived or may still arrive for what was asked. */
  #askedBytes = 0;

  constructor(reader: FileReader, limits: TransferLimits) {
    this.#reader = reader;
    this.#limits = limits;
    const fitting = Math.floor(MOST_BYTES_IN_FLIGHT / limits.blocksize);
    this.#most = Math.max(1, Math.min(MOST_BLOCKS_IN_FLIGHT, fitting));
  }

  /** The next block's answer; undefined when `maxsize` bytes have arrived. */
  next(): Promise<Uint8Array | null> | undefined {
    while (this.#answers.length < this.#allowed && this.#canAsk()) this.#ask();
    return this.#answers.shift();
  }

  async settle(): Promise<void> {
    await Promise.allSettled(this.#answers);
  }

  #canAsk(): boolean {
    return nextBlockBytes(this.#limits, this.#askedBytes) > 0;
  }

  #ask(): void {
    const length = nextBlockBytes(this.#limits, this.#askedBytes);
    this.#askedBytes += length;
    const answer = this.#reader.read(length).then((block) => this.#checked(block, length));
    // It is looked at later, or never when an earlier one ends the transfer.
    answer.catch(() => {});
    this.#answers.push(answer);
  }

  #checked(block: Uint8Array | null, length: number): Uint8Array | null {
    const size = block?.length ?? 0;
    if (size > length)
      throw new Error(`the master sent ${size} bytes where ${length} were asked for`);
    this.#askedBytes -= length - size;
    if (size === length) this.#allowed = Math.min(this.#allowed + 1, this.#most);
    return block;
  }
}
