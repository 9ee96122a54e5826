import type { FileHandle } from 'node:fs/promises';
import { nextBlockBytes, type TransferLimits } from './transfer-limits.ts';
import { WriteWindow } from './write-window.ts';

/** Why no further block was sent. */
export type SendEnd = 'end-of-file' | 'maxsize-reached' | 'interrupted';

/** What is sent where, and whether to go on. */
export interface BlockSending {
  readonly file: FileHandle;
  readonly limits: TransferLimits;
  write(block: Uint8Array): Promise<void>;
  isInterrupted(): boolean;
}

/** The file that is sent could not be read. */
export class LocalReadError extends Error {
  override readonly name = 'LocalReadError';
  readonly code = 'LOCAL_READ';
}

/**
 * Sends a file from its current position, block by block and in order, until its end, `maxsize` or an
 * interrupt. Every block has been answered when it settles.
 *
 * A file that ends exactly at `maxsize` counts as too long, as the Python worker has it.
 *
 * Errors: rejects with a LocalReadError, or with what the master answered to a block.
 */
export async function sendBlocks(sending: BlockSending): Promise<SendEnd> {
  const memory = new BlockMemory(sending.limits.blocksize);
  const window = new WriteWindow((block) => memory.lend(block, sending.write(block)));
  try {
    return await sendEach(sending, window, memory);
  } finally {
    await window.settle();
  }
}

async function sendEach(
  sending: BlockSending,
  window: WriteWindow,
  memory: BlockMemory,
): Promise<SendEnd> {
  const { file, limits } = sending;
  let sentBytes = 0;
  for (;;) {
    await window.room(limits.blocksize);
    const length = nextBlockBytes(limits, sentBytes);
    if (length <= 0) return 'maxsize-reached';
    const block = await readBlock(file, memory.take(length));
    if (sending.isInterrupted()) return 'interrupted';
    if (block.length === 0) return 'end-of-file';
    window.send(block);
    sentBytes += block.length;
  }
}

/**
 * What blocks are read into. A block's memory is used again once the master has answered: asking the
 * system for fresh memory costs more than reading into it.
 */
class BlockMemory {
  readonly #blockBytes: number;
  readonly #free: ArrayBufferLike[] = [];

  constructor(blockBytes: number) {
    this.#blockBytes = blockBytes;
  }

  take(length: number): Buffer {
    const memory = this.#free.pop() ?? Buffer.allocUnsafeSlow(this.#blockBytes).buffer;
    return Buffer.from(memory, 0, length);
  }

  /** Takes the block's memory back when `answer` has settled. */
  lend(block: Uint8Array, answer: Promise<void>): Promise<void> {
    return answer.finally(() => this.#free.push(block.buffer));
  }
}

/** As many bytes as asked for, fewer only at the end of the file: one read may bring less. */
async function readBlock(file: FileHandle, block: Buffer): Promise<Buffer> {
  let filled = 0;
  while (filled < block.length) {
    const { bytesRead } = await read(file, block, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return block.subarray(0, filled);
}

async function read(
  file: FileHandle,
  into: Buffer,
  offset: number,
): Promise<{ bytesRead: number }> {
  try {
    return await file.read(into, offset, into.length - offset, null);
  } catch (cause) {
    throw new LocalReadError('the file could not be read to its end', { cause });
  }
}
