import { closeSync, openSync } from 'node:fs';
import { devNull } from 'node:os';
import { isOutOfRoom } from './spare-descriptors.ts';

/** Kept open for the moment in which there is no other; undefined while it is in use or cannot be had. */
let reserve: number | undefined;

/**
 * Does something for which one descriptor at a time is enough, and which must not fail because none is
 * left: then the one that is kept for this serves. While it is done, nothing else of ours happens.
 *
 * Errors: throws what `work` throws.
 */
export function withReserveDescriptor<T>(work: () => T): T {
  reserve ??= opened();
  try {
    return work();
  } catch (error) {
    if (!isOutOfRoom(error) || reserve === undefined) throw error;
    closeSync(reserve);
    reserve = undefined;
    try {
      return work();
    } finally {
      reserve = opened();
    }
  }
}

function opened(): number | undefined {
  try {
    return openSync(devNull, 'r');
  } catch {
    return undefined;
  }
}
