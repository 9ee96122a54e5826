import { z } from 'zod';
import { numberArgument } from '../define-command.ts';

/** Banana refuses byte strings over 640 KiB; this leaves room for what surrounds the block. */
const LARGEST_BLOCK_BYTES = 512 * 1024;

/** Blocks that may wait for the master's answer at a time, and what they may hold together. */
export const MOST_BLOCKS_IN_FLIGHT = 64;
export const MOST_BYTES_IN_FLIGHT = 1024 * 1024;

/** The arguments of every transfer. */
export const transferArguments = {
  /** Bytes in all; null: any. */
  maxsize: numberArgument
    .refine((bytes) => Number.isInteger(bytes), 'must be a whole number of bytes')
    .nullable()
    .default(null),
  /** Bytes per block, at most what a protocol can carry. */
  blocksize: numberArgument
    .transform((bytes) => Math.min(bytes, LARGEST_BLOCK_BYTES))
    .pipe(z.number().int().positive()),
};

export interface TransferLimits {
  readonly maxsize: number | null;
  readonly blocksize: number;
}

/** How many bytes to ask for next when `bytesSoFar` were asked for; 0 or less at `maxsize`. */
export function nextBlockBytes(limits: TransferLimits, bytesSoFar: number): number {
  const { maxsize, blocksize } = limits;
  return maxsize === null ? blocksize : Math.min(blocksize, maxsize - bytesSoFar);
}
