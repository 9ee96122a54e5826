// node scripts/house.mjs: what the compiler and the linters cannot see of how this house is kept;
// part of `npm run check`.
import './setup/require-node.mjs';
import { doubleCastObjections } from './house/double-casts.mjs';
import { fileNameObjections } from './house/file-names.mjs';
import { folderSizeObjections } from './house/folder-sizes.mjs';
import { literalSpreadObjections } from './house/literal-spreads.mjs';
import { mirroredTests } from './house/mirrored-tests.mjs';
import { roomOf, wordObjections } from './house/plain-words.mjs';
import { silentSkipObjections } from './house/silent-skips.mjs';
import { documents, sourceFiles } from './house/source-file.mjs';
import { runCommand } from './setup/run-command.mjs';

await runCommand(() => {
  const files = sourceFiles();
  const tests = mirroredTests(files);
  const objections = [
    ...files.flatMap(fileNameObjections),
    ...files.flatMap(literalSpreadObjections),
    ...files.flatMap(doubleCastObjections),
    ...files.flatMap(silentSkipObjections),
    ...folderSizeObjections(files),
    ...tests.objections,
    ...[...files, ...documents()].flatMap(wordObjections),
  ];
  for (const objection of objections) console.error(objection);
  showUntested(tests.known);
  return objections.length === 0 ? 0 : 1;
});

/** @param {readonly string[]} paths */
function showUntested(paths) {
  const rooms = new Map(paths.map((path) => [roomOf(path), 0]));
  for (const path of paths) rooms.set(roomOf(path), (rooms.get(roomOf(path)) ?? 0) + 1);
  const counts = [...rooms].map(([room, count]) => `${room} ${count}`);
  if (counts.length > 0) console.log(`files without a unit test: ${counts.join(', ')}`);
}
