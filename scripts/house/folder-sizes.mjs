// A folder holds about twenty files, so that its name still says what is in it.
import path from 'node:path';

const MOST_FILES = 20;

/** Folders that hold more today, and how many: the figures may only go down. */
const NOT_YET = new Map([
  ['main/basedir/tac', 21],
  ['main/cli/verbs', 21],
  ['main/logging', 21],
  ['renderer/components', 22],
]);

/**
 * @param {readonly import('./source-file.mjs').SourceFile[]} files
 * @returns {readonly string[]}
 */
export function folderSizeObjections(files) {
  const counts = new Map();
  for (const { path: file } of files) {
    if (!/^(main|renderer|scripts)\/.*\.(ts|tsx|mjs)$/.test(file)) continue;
    const folder = path.posix.dirname(file);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts]
    .filter(([folder, count]) => count > (NOT_YET.get(folder) ?? MOST_FILES))
    .map(
      ([folder, count]) => `${folder}: ${count} files, and a folder holds ${MOST_FILES}: cut it`,
    );
}
