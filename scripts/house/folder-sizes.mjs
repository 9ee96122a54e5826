// A folder holds about twenty files, so that its name still says what is in it.
import path from 'node:path';

const MOST_FILES = 20;

/**
 * The folders that hold too many files, with how many.
 *
 * @param {readonly import('./source-file.mjs').SourceFile[]} files
 * @returns {readonly string[]}
 */
export function folderSizeObjections(files) {
  return [...countsOf(files)]
    .filter(([, count]) => count > MOST_FILES)
    .map(
      ([folder, count]) => `${folder}: ${count} files, and a folder holds ${MOST_FILES}: cut it`,
    );
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
