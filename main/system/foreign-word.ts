import { readFileSync, readlinkSync } from 'node:fs';

/** What takes the place of bytes that are no UTF-8 where Node decodes a word; it may also be typed. */
const REPLACEMENT = '\ufffd';

/**
 * The first word of this process's command line, or its current directory, that holds bytes which are no
 * UTF-8: Node shows it with other characters, and it would name another file. Undefined where all can be
 * taken as they are.
 */
export function foreignWord(words: readonly string[], directory: string): string | undefined {
  const suspect = words.find((word) => word.includes(REPLACEMENT));
  if (suspect !== undefined && !isCommandLineUtf8()) return suspect;
  return directory.includes(REPLACEMENT) && !isDirectoryUtf8() ? directory : undefined;
}

/** Outside Linux the bytes cannot be seen; nobody types the replacement character there on purpose. */
function isCommandLineUtf8(): boolean {
  return process.platform === 'linux' && isUtf8(() => readFileSync('/proc/self/cmdline'));
}

function isDirectoryUtf8(): boolean {
  return (
    process.platform === 'linux' &&
    isUtf8(() => readlinkSync('/proc/self/cwd', { encoding: 'buffer' }))
  );
}

function isUtf8(read: () => Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(read());
    return true;
  } catch {
    return false;
  }
}
