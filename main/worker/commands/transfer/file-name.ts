import { isUtf8 } from 'node:buffer';
import { sep } from 'node:path';

/** What a file is called: text or, where that is no UTF-8, the bytes. */
export type FileName = string | Buffer;

/** Text wherever that loses nothing: Windows has long paths in texts only. */
export function fileNameFrom(bytes: Buffer): FileName {
  return isUtf8(bytes) ? bytes.toString('utf8') : bytes;
}

/** A name in a directory, with `separator` between. */
export function nameIn(directory: FileName, name: FileName, separator: string = sep): FileName {
  if (typeof directory === 'string' && typeof name === 'string') {
    return directory.endsWith(separator) ? directory + name : directory + separator + name;
  }
  return Buffer.concat([Buffer.from(directory), Buffer.from(separator), Buffer.from(name)]);
}

/** For people: what is no UTF-8 shows as U+FFFD. */
export function shownName(name: FileName): string {
  return name.toString();
}
