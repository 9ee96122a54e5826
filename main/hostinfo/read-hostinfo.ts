import { constants } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, messageOf } from '../lib/errors.ts';
import { readOsRelease } from './os-release.ts';

/** What a Perspective Broker string may be long; a longer one would cost the connection. */
export const MAX_HOSTINFO_BYTES = 640 * 1024;

export interface Hostinfo {
  /** Text by file name, line ends as `\n`. */
  readonly files: Readonly<Record<string, string>>;
  /** Sentences about files that are left out. */
  readonly problems: readonly string[];
}

/** Every plain file of the folder, links followed. A folder that is missing holds none. */
export async function readHostinfo(infoDir: string): Promise<Hostinfo> {
  const files: [string, string][] = [];
  const problems: string[] = [];
  for (const name of await namesIn(infoDir, problems)) {
    const path = join(infoDir, name);
    try {
      const text = await readText(path);
      if (text !== undefined) files.push([name, text]);
    } catch (error) {
      problems.push(`${path} is not sent to the master: ${messageOf(error)}.`);
    }
  }
  return { files: Object.fromEntries(files), problems };
}

/** What the master is told of the machine: the files, and the system's name and version. */
export async function collectHostinfo(infoDir: string, osReleasePath?: string): Promise<Hostinfo> {
  const { files, problems } = await readHostinfo(infoDir);
  return { files: { ...files, ...(await readOsRelease(osReleasePath)) }, problems };
}

async function namesIn(infoDir: string, problems: string[]): Promise<string[]> {
  try {
    return (await readdir(infoDir)).sort();
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') problems.push(`Cannot list ${infoDir}: ${messageOf(error)}.`);
    return [];
  }
}

/** Undefined for what is no plain file. Opens without waiting, as a named pipe would have us do. */
async function readText(path: string): Promise<string | undefined> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = await file.stat();
    if (!stats.isFile()) return undefined;
    if (stats.size > MAX_HOSTINFO_BYTES) {
      throw new RangeError(`it is longer than ${MAX_HOSTINFO_BYTES} bytes`);
    }
    return decodeUtf8(await file.readFile()).replaceAll(/\r\n?/g, '\n');
  } finally {
    await file.close();
  }
}

function decodeUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new TypeError('it is not UTF-8 text', { cause });
  }
}
