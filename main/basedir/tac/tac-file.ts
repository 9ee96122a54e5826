import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { failed, type Outcome, succeeded } from '../../lib/outcome.ts';
import { fileReason } from '../file-problem.ts';
import { readTac } from './read-tac.ts';
import type { TacProblem, TacReading } from './tac-reading.ts';

/** Far above any real one; what is larger is no buildbot.tac. */
const MAX_TAC_BYTES = 1024 * 1024;

export interface TacFile {
  readonly text: string;
  readonly reading: TacReading;
}

export async function readTacFile(tacPath: string): Promise<Outcome<TacFile, TacProblem>> {
  const text = await readTacText(tacPath);
  if (!text.ok) return text;
  return succeeded({ text: text.value, reading: readTac(text.value, tacPath) });
}

async function readTacText(tacPath: string): Promise<Outcome<string, TacProblem>> {
  try {
    const bytes = await readBounded(tacPath);
    if (bytes.length <= MAX_TAC_BYTES) return succeeded(decodeSource(bytes));
    return failed(unreadable(`${tacPath} is too large to be a worker's settings.`));
  } catch (error) {
    return failed(unreadable(`Cannot read ${tacPath}: ${fileReason(error)}.`));
  }
}

/** Opens without waiting: a named pipe in the file's place must not hold anybody up. */
async function readBounded(path: string): Promise<Buffer> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const buffer = Buffer.alloc(MAX_TAC_BYTES + 1);
    let length = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, length, buffer.length - length);
      length += bytesRead;
      if (bytesRead === 0 || length === buffer.length) return buffer.subarray(0, length);
    }
  } finally {
    await file.close();
  }
}

/** Python 3 reads UTF-8; older files may be in the encoding of their author's machine. */
function decodeSource(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return bytes.toString('latin1');
  }
}

function unreadable(sentence: string): TacProblem {
  return { kind: 'unreadable', sentence };
}
