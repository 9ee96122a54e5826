import { z } from 'zod';
import type { FileReader, FileWriter } from '../../command.ts';

/** The `writer` argument, which the protocol has already made. */
export const writerArgument = z.custom<FileWriter>(
  (value) => hasMethods(value, ['write', 'close', 'utime', 'unpack']),
  'expected a file on the master to write to',
);

/** The `reader` argument, which the protocol has already made. */
export const readerArgument = z.custom<FileReader>(
  (value) => hasMethods(value, ['read', 'close']),
  'expected a file on the master to read from',
);

function hasMethods(value: unknown, names: readonly string[]): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return names.every((name) => typeof Reflect.get(value, name) === 'function');
}
