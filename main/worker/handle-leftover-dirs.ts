import { readdir, rm } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { problem } from '../contract/problem.ts';
import type { Logger } from '../logging/logger.ts';
import { INFO_DIRNAME } from '../system/base-directory-files.ts';
import { fileReasonOf } from '../system/file-reason.ts';
import { Turns } from './turns.ts';

/**
 * Names, or removes with `deleteLeftoverDirs`, the directories of basedir that no builder owns. `info`
 * is never one of them. Links are left alone. What cannot be read or removed is logged.
 */
export async function handleLeftoverDirs(options: {
  readonly basedir: string;
  /** Absolute build directories. */
  readonly owned: readonly string[];
  readonly deleteLeftoverDirs: boolean;
  readonly logger: Logger;
}): Promise<void> {
  const { basedir, owned, deleteLeftoverDirs, logger } = options;
  const turns = new Turns();
  const kept = new Set<string>([INFO_DIRNAME]);
  for (const path of owned) {
    await turns.next();
    kept.add(topLevelName(basedir, path));
  }
  for (const name of await directoriesOf(basedir, logger)) {
    await turns.next();
    if (kept.has(name)) continue;
    if (deleteLeftoverDirs) await remove(join(basedir, name), logger);
    else {
      const text = `I have a leftover directory '${name}' that is not being used by the buildmaster: you can delete it now`;
      logger.log('info', 'worker', text);
    }
  }
}

/** A build directory may be nested: its first part is what is in basedir. */
function topLevelName(basedir: string, path: string): string {
  return relative(basedir, path).split(sep)[0] ?? '';
}

async function directoriesOf(basedir: string, logger: Logger): Promise<string[]> {
  try {
    const entries = await readdir(basedir, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  } catch (error) {
    const reason = fileReasonOf(error);
    logger.log('warn', 'worker', problem('files.cannotList', { path: basedir, reason }));
    return [];
  }
}

async function remove(path: string, logger: Logger): Promise<void> {
  try {
    await rm(path, { recursive: true, force: true });
    logger.log('info', 'worker', `removed the leftover directory ${path}`);
  } catch (error) {
    const reason = fileReasonOf(error);
    logger.log('warn', 'worker', problem('files.cannotRemove', { path, reason }));
  }
}
