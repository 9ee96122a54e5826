// node scripts/house.mjs [ROOM]: what the compiler and the linters cannot see of how this house is
// kept; part of `npm run check`. With a room, as in main/worker: the words in it that have to go.
import './setup/require-node.mjs';
import { doubleCastObjections } from './house/double-casts.mjs';
import { fileNameObjections } from './house/file-names.mjs';
import { folderSizeObjections } from './house/folder-sizes.mjs';
import { literalSpreadObjections } from './house/literal-spreads.mjs';
import { mirroredTests } from './house/mirrored-tests.mjs';
import { NOT_YET, roomOf, wordObjections } from './house/plain-words.mjs';
import { silentSkipObjections } from './house/silent-skips.mjs';
import { sourceFiles } from './house/source-file.mjs';
import { runCommand } from './setup/run-command.mjs';

await runCommand(() => {
  const files = sourceFiles();
  const [room] = process.argv.slice(2);
  return room === undefined ? inspect(files) : showWords(files, room);
});

/** @param {readonly import('./house/source-file.mjs').SourceFile[]} files */
function inspect(files) {
  const clean = files.filter((file) => !NOT_YET.has(roomOf(file.path)));
  const tests = mirroredTests(files);
  const objections = [
    ...files.flatMap(fileNameObjections),
    ...files.flatMap(literalSpreadObjections),
    ...files.flatMap(doubleCastObjections),
    ...files.flatMap(silentSkipObjections),
    ...folderSizeObjections(files),
    ...tests.objections,
    ...clean.flatMap(wordObjections),
  ];
  for (const objection of objections) console.error(objection);
  showUntested(tests.known);
  showRoomsToClean(files);
  return objections.length === 0 ? 0 : 1;
}

/** @param {readonly string[]} paths */
function showUntested(paths) {
  const rooms = new Map(paths.map((path) => [roomOf(path), 0]));
  for (const path of paths) rooms.set(roomOf(path), (rooms.get(roomOf(path)) ?? 0) + 1);
  const counts = [...rooms].map(([room, count]) => `${room} ${count}`);
  if (counts.length > 0) console.log(`files without a unit test: ${counts.join(', ')}`);
}

/** @param {readonly import('./house/source-file.mjs').SourceFile[]} files */
function showRoomsToClean(files) {
  const counts = [...NOT_YET].map((room) => ({
    room,
    count: files.filter(({ path }) => roomOf(path) === room).flatMap(wordObjections).length,
  }));
  const toClean = counts.filter(({ count }) => count > 0);
  const cleaned = counts.filter(({ count }) => count === 0);
  if (toClean.length > 0)
    console.log(
      `words to replace: ${toClean.map(({ room, count }) => `${room} ${count}`).join(', ')}`,
    );
  if (cleaned.length > 0)
    console.log(
      `clean, so take off the list in scripts/house/plain-words.mjs: ${cleaned.map(({ room }) => room).join(', ')}`,
    );
}

/**
 * @param {readonly import('./house/source-file.mjs').SourceFile[]} files
 * @param {string} room
 */
function showWords(files, room) {
  const objections = files.filter(({ path }) => roomOf(path) === room).flatMap(wordObjections);
  for (const objection of objections) console.log(objection);
  return objections.length === 0 ? 0 : 1;
}
