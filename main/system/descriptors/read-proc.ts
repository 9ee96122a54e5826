import { readFileSync } from 'node:fs';
import { withReserveDescriptor } from './with-reserve-descriptor.ts';

/**
 * A file of the kernel's about processes, which is memory and no disk. Read also where no descriptor is left:
 * a process must not count as gone, nor as somebody else's, because nobody could look at it.
 *
 * Errors: throws the file system's error.
 */
export function readProc(path: string): string {
  return withReserveDescriptor(() => readFileSync(path, 'latin1'));
}
