import type { Dirent } from 'node:fs';
import { lstat, opendir, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { problem } from '../contract/problem.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import { TAC_FILENAME } from '../system/base-directory-files.ts';
import { fileReasonOf } from '../system/file-reason.ts';
import type { Texts } from '../texts/texts.ts';

/** Bytes of all files in a directory, links not followed; undefined when it cannot be read. */
export async function directorySize(dir: string): Promise<number | undefined> {
  try {
    return await sizeOf(dir);
  } catch {
    return undefined;
  }
}

async function sizeOf(dir: string): Promise<number> {
  let total = 0;
  // One directory at a time is open, however wide the tree is.
  for (const entry of await entriesOf(dir)) {
    const path = join(dir, entry.name);
    total += entry.isDirectory() ? await sizeOf(path) : (await lstat(path)).size;
  }
  return total;
}

async function entriesOf(dir: string): Promise<readonly Dirent[]> {
  const entries: Dirent[] = [];
  for await (const entry of await opendir(dir)) entries.push(entry);
  return entries;
}

/**
 * Deletes a worker's directory with everything in it. One that holds no `buildbot.tac`, or in which the
 * user's home lies, is kept.
 *
 * Errors: a sentence with the reason.
 */
export async function deleteWorkerDirectory(
  dir: string,
  texts: Pick<Texts, 'workers' | 'say'>,
): Promise<Outcome<void, string>> {
  if (holdsHome(dir) || !(await hasTac(dir))) return failed(texts.workers.isNoWorkerDirectory(dir));
  try {
    await rm(dir, { recursive: true, force: true, maxRetries: 3 });
    return succeeded(undefined);
  } catch (error) {
    const why = texts.say(
      problem('files.cannotRemove', { path: dir, reason: fileReasonOf(error) }),
    );
    return failed(texts.workers.cannotDelete(why));
  }
}

function holdsHome(dir: string): boolean {
  const way = relative(dir, homedir());
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`));
}

async function hasTac(dir: string): Promise<boolean> {
  try {
    return (await stat(join(dir, TAC_FILENAME))).isFile();
  } catch {
    return false;
  }
}
