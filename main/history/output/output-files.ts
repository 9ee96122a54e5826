import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { CommandText } from '../../contract/builds/kept-output.ts';
import { codeOf } from '../../lib/message-of.ts';
import { FileReasonError } from '../../system/file-reason.ts';
import { openToAppend } from '../../system/opening/open-to-append.ts';
import { openToRead } from '../../system/opening/open-to-read.ts';

interface OutputBounds {
  /** Of all files together. */
  readonly bytes: number;
  readonly ageMs: number;
}

const MODE = 0o600;
const FOLDER_MODE = 0o700;
const ENDING = '.jsonl';
/** Far above what is kept of one build: a larger file is none of ours. */
const MAX_BYTES = 256 * 1024 * 1024;

/** A line of a file: one command. */
const storedText = z.object({
  version: z.literal(1),
  commandId: z.string(),
  isCut: z.boolean(),
  pieces: z.array(z.object({ stream: z.string(), text: z.string() })),
});

/** A directory with a file for each build, readable by nobody but its owner. Errors: the file system's. */
export class OutputFiles {
  readonly #dir: string;

  constructor(dir: string) {
    this.#dir = dir;
  }

  /** Adds what a command printed to its build; returns how many bytes that takes. */
  async add(buildId: string, commandId: string, text: CommandText): Promise<number> {
    const line = `${JSON.stringify({ version: 1, commandId, ...text })}\n`;
    await mkdir(this.#dir, { recursive: true, mode: FOLDER_MODE });
    const { file } = await openToAppend(this.#pathOf(buildId), MODE);
    try {
      await file.writeFile(line);
    } finally {
      await file.close();
    }
    return Buffer.byteLength(line);
  }

  /** Undefined for what is not there, or no longer. */
  async find(buildId: string, commandId: string): Promise<CommandText | undefined> {
    let found: CommandText | undefined;
    // As JSON writes it: other lines need not be parsed.
    const start = `{"version":1,"commandId":${JSON.stringify(commandId)},`;
    try {
      const file = await openToRead(this.#pathOf(buildId));
      const { size } = await file.stat();
      if (size > MAX_BYTES) {
        await file.close();
        throw new FileReasonError({ kind: 'too-long', limitBytes: MAX_BYTES });
      }
      for await (const line of file.readLines()) {
        if (line.startsWith(start)) found = textFrom(line) ?? found;
      }
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
    }
    return found;
  }

  async remove(buildIds: readonly string[]): Promise<void> {
    for (const buildId of buildIds) await rm(this.#pathOf(buildId), { force: true });
  }

  /** Removes the oldest, until the bounds hold. */
  async tidy({ bytes, ageMs }: OutputBounds, now: number): Promise<void> {
    let sum = 0;
    for (const { path, size, writtenAt } of await this.#newestFirst()) {
      sum += size;
      if (sum > bytes || now - writtenAt > ageMs) await rm(path, { force: true });
    }
  }

  async #newestFirst() {
    const files = [];
    for (const name of await this.#names()) {
      if (!name.endsWith(ENDING)) continue;
      const path = join(this.#dir, name);
      const { size, mtimeMs } = await stat(path);
      files.push({ path, size, writtenAt: mtimeMs });
    }
    return files.sort((a, b) => b.writtenAt - a.writtenAt);
  }

  async #names(): Promise<readonly string[]> {
    try {
      return await readdir(this.#dir);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return [];
      throw error;
    }
  }

  #pathOf(buildId: string): string {
    // Whatever the history's file holds, it leads to no other directory.
    return join(this.#dir, `${encodeURIComponent(buildId)}${ENDING}`);
  }
}

/** Undefined for a line that was torn, or that a later Buildtray wrote. */
function textFrom(line: string): CommandText | undefined {
  try {
    const { pieces, isCut } = storedText.parse(JSON.parse(line));
    return { pieces, isCut };
  } catch {
    return undefined;
  }
}
