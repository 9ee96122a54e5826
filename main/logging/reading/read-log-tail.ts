import type { LogLine } from '../../contract/log/log-contract.ts';
import { codeOf } from '../../lib/message-of.ts';
import { openToRead } from '../../system/opening/open-to-read.ts';
import { parseLogLine } from '../log-line.ts';

const TAIL_BYTES = 256 * 1024;

/**
 * The last lines of a log, oldest first; none of a log that does not exist. Lines that continue the one
 * before them (they begin with a tab) are part of it.
 *
 * Errors: the file system's error for a log that cannot be read.
 */
export async function readLogTail(logPath: string, mostLines: number): Promise<readonly LogLine[]> {
  const text = await readEnd(logPath);
  const lines = text.replaceAll('\n\t', '\u0000').split('\n');
  return lines
    .filter((line) => line !== '')
    .slice(-mostLines)
    .map((line) => parseLogLine(line.replaceAll('\u0000', '\n')));
}

async function readEnd(path: string): Promise<string> {
  try {
    const file = await openToRead(path);
    try {
      const { size } = await file.stat();
      const start = Math.max(0, size - TAIL_BYTES);
      const buffer = Buffer.alloc(size - start);
      const { bytesRead } = await file.read(buffer, 0, buffer.length, start);
      const text = buffer.toString('utf8', 0, bytesRead);
      // What was cut at its beginning is no line.
      return start === 0 ? text : text.slice(text.indexOf('\n') + 1);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return '';
    throw error;
  }
}
