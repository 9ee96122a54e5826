import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { formatLogLine } from '../../main/logging/log-line.ts';

/** Writes a log of a worker that has lived long. */
export async function writeBigLog(logPath: string, totalBytes: number): Promise<void> {
  const out = createWriteStream(logPath);
  let bytes = 0;
  for (let at = 0; bytes < totalBytes; ) {
    let text = '';
    for (const end = at + 5_000; at < end; at += 1) {
      const level = at % 997 === 0 ? 'warn' : 'info';
      const message = `line ${at} says what a worker says: the command has ended well`;
      text += `${formatLogLine({ at: 1_760_000_000_000 + at, level, subject: 'command 4', message })}\n`;
    }
    bytes += text.length;
    if (!out.write(text)) await once(out, 'drain');
  }
  out.end();
  await finished(out);
}
