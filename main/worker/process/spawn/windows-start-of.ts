import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { encodeText } from '../../updates/python-encodings.ts';
import type { CommandLine } from '../process-request.ts';

/** How Windows is to run a command line. */
export interface WindowsStart {
  readonly words: readonly string[];
  /** Removes what was made for it; to be called when the process has ended. */
  cleanUp(): Promise<void>;
}

/**
 * Starts a command line on Windows as the Python worker does: an .exe with an absolute path by itself,
 * all else through a batch file, since only %COMSPEC% finds programs without their extension and no
 * other quoting survives it. Untested: no Windows machine was at hand.
 */
export async function windowsStartOf(
  commandLine: CommandLine,
  unicodeEncoding: string,
): Promise<WindowsStart> {
  if (commandLine.kind === 'argv') {
    const words = commandLine.words.map((word) => word.real);
    const [file = ''] = words;
    if (isAbsolute(file) && /\.exe$/i.test(file)) return { words, cleanUp: async () => {} };
    return startByBatch(batchQuote(words), unicodeEncoding);
  }
  return startByBatch(commandLine.text, unicodeEncoding);
}

async function startByBatch(text: string, unicodeEncoding: string): Promise<WindowsStart> {
  const path = join(tmpdir(), `buildtray-${randomUUID()}.bat`);
  const cleanUp = (): Promise<void> => rm(path, { force: true });
  try {
    await writeFile(path, encodeText(`@echo off\r\n${text}`, unicodeEncoding), { mode: 0o600 });
  } catch (error) {
    await cleanUp();
    throw error;
  }
  // COMSPEC may hold arguments of its own.
  const shell = (process.env.COMSPEC ?? 'cmd.exe').split(/\s+/);
  const words = shell.includes('/c') ? [...shell, path] : [...shell, '/c', path];
  return { words, cleanUp };
}

/**
 * Words as one line of a batch file.
 *
 * Source: buildbot_worker, runprocess.py, win32_batch_quote.
 */
export function batchQuote(words: readonly string[]): string {
  return words
    .map((word) =>
      programQuote(word)
        .replace(/[@()^"<>&|]/g, '^$&')
        .replaceAll('%', '%%'),
    )
    .join(' ');
}

/** As a C program takes its command line apart: backslashes count only before a quote. */
function programQuote(word: string): string {
  const quote = word === '' || /[ \t"]/.test(word) ? '"' : '';
  const escaped = word.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1');
  return `${quote}${escaped}${quote}`;
}
