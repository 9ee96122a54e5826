// A folder holds about twenty files, so that its name still says what is in it.
import path from 'node:path';

const MOST_FILES = 20;

/** Folders that hold more today: they are only shown. This list only gets shorter. */
const NOT_YET = new Set(['main/logging', 'main/transport', 'renderer/components']);

/**
 * The folders that hold too many files, with how many: those that fail, and those that are known.
 *
 * @param {readonly import('./source-file.mjs').SourceFile[]} files
 * @returns {{ objections: readonly string[], known: readonly string[] }}
 */
export function folderSizes(files) {
  const crowded = [...countsOf(files)].filter(([, count]) => count > MOST_FILES);
  return {
    objections: crowded
      .filter(([folder]) => !NOT_YET.has(folder))
      .map(
        ([folder, count]) => `${folder}: ${count} files, and a folder holds ${MOST_FILES}: cut it`,
      ),
    known: crowded
      .filter(([folder]) => NOT_YET.has(folder))
      .map(([folder, count]) => `${folder} ${count}`),
  };
}

/** @param {readonly import('./source-file.mjs').SourceFile[]} files */
function countsOf(files) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { path: file } of files) {
    if (!/^(main|renderer|scripts)\/.*\.(ts|tsx|mjs)$/.test(file)) continue;
    const folder = path.posix.dirname(file);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return counts;
}
