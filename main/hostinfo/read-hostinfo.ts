import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Problem, problem } from '../contract/problem.ts';
import { codeOf } from '../lib/message-of.ts';
import { FileReasonError, fileReasonOf } from '../system/file-reason.ts';
import { readOsRelease } from '../system/machine/read-os-release.ts';
import { readWhole } from '../system/opening/read-whole.ts';
import { realPath } from '../system/opening/real-path.ts';
import { isTemporaryName } from '../system/writing/temporary-file.ts';

/** What a Perspective Broker string may be long; a longer one would cost the connection. */
export const MAX_HOSTINFO_BYTES = 640 * 1024;

/** Files that are read at most; the master asks for all of them at each attachment. */
const MOST_FILES = 200;
/** What they may be together. */
const MAX_TOTAL_BYTES = 2 * 1024 * 1024;

export interface Hostinfo {
  /** Text by file name, line ends as `\n`. */
  readonly files: Readonly<Record<string, string>>;
  /** Where those of the files lie that are symbolic links, by name: several workers may share one. */
  readonly links: Readonly<Record<string, string>>;
  /** Why files are left out. */
  readonly problems: readonly Problem[];
}

/** Every plain file of the folder, links followed. Folders in it are left out; one that is missing holds none. */
export async function readHostinfo(infoDir: string): Promise<Hostinfo> {
  const files: [string, string][] = [];
  const links: [string, string][] = [];
  const problems: Problem[] = [];
  const names = await namesIn(infoDir, problems);
  let roomBytes = MAX_TOTAL_BYTES;
  for (const name of names.slice(0, MOST_FILES)) {
    const path = join(infoDir, name);
    try {
      const text = await readText(path, Math.min(MAX_HOSTINFO_BYTES, roomBytes));
      if (text === undefined) continue;
      roomBytes -= Buffer.byteLength(text);
      files.push([name, text]);
      const target = await linkTargetOf(path);
      if (target !== undefined) links.push([name, target]);
    } catch (error) {
      problems.push(problem('hostinfo.notSent', { path, reason: fileReasonOf(error) }));
    }
  }
  if (names.length > MOST_FILES) {
    const reason = { kind: 'other', message: `it holds more than ${MOST_FILES} files` } as const;
    problems.push(problem('hostinfo.notSent', { path: infoDir, reason }));
  }
  return { files: Object.fromEntries(files), links: Object.fromEntries(links), problems };
}

/** What the master learns about the machine: the files, and the system's name and version. */
export async function collectHostinfo(infoDir: string, osReleasePath?: string): Promise<Hostinfo> {
  const hostinfo = await readHostinfo(infoDir);
  const release = await readOsRelease(osReleasePath);
  return { ...hostinfo, files: { ...hostinfo.files, ...release } };
}

/** The path that a symbolic link leads to in the end; undefined for any other file. */
async function linkTargetOf(path: string): Promise<string | undefined> {
  try {
    return (await lstat(path)).isSymbolicLink() ? await realPath(path) : undefined;
  } catch {
    return undefined;
  }
}

async function namesIn(infoDir: string, problems: Problem[]): Promise<string[]> {
  try {
    const names = await readdir(infoDir);
    return names.filter((name) => !isTemporaryName(name)).sort();
  } catch (error) {
    if (codeOf(error) !== 'ENOENT')
      problems.push(problem('files.cannotList', { path: infoDir, reason: fileReasonOf(error) }));
    return [];
  }
}

/** Undefined for a folder. */
async function readText(path: string, limitBytes: number): Promise<string | undefined> {
  try {
    return decodeUtf8(await readWhole(path, limitBytes)).replaceAll(/\r\n?/g, '\n');
  } catch (error) {
    if (codeOf(error) === 'EISDIR') return undefined;
    throw error;
  }
}

function decodeUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new FileReasonError({ kind: 'not-utf-8' }, { cause });
  }
}
