import { closeSync, openSync } from 'node:fs';
import { devNull } from 'node:os';
import { codeOf } from '../../lib/message-of.ts';

/** The system has no room at the moment: for a descriptor, or for a process. */
const OUT_OF_ROOM = new Set(['EMFILE', 'ENFILE', 'EAGAIN']);

/** Whether an error means that there is no room now, though there may be some later. */
export function isOutOfRoom(error: unknown): boolean {
  return OUT_OF_ROOM.has(codeOf(error) ?? '');
}

/**
 * Makes sure that so many descriptors can be opened: what needs several is so refused before it has
 * taken the first.
 *
 * Errors: throws the system's error, EMFILE as a rule, and has taken nothing then.
 */
export function requireDescriptors(count: number): void {
  const taken: number[] = [];
  try {
    while (taken.length < count) taken.push(openSync(devNull, 'r'));
  } finally {
    for (const fd of taken) closeSync(fd);
  }
}
