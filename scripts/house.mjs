// node scripts/house.mjs: what the compiler and the linters cannot see of how this house is kept;
// part of `npm run check`.
import './setup/require-node.mjs';
import { doubleCastObjections } from './house/double-casts.mjs';
import { fileNameObjections } from './house/file-names.mjs';
import { folderSizeObjections } from './house/folder-sizes.mjs';
import { literalSpreadObjections } from './house/literal-spreads.mjs';
import { mirroredTestObjections } from './house/mirrored-tests.mjs';
import { wordObjections } from './house/plain-words.mjs';
import { silentSkipObjections } from './house/silent-skips.mjs';
import { documents, sourceFiles } from './house/source-file.mjs';
import { runCommand } from './setup/run-command.mjs';

await runCommand(() => {
  const files = sourceFiles();
  const objections = [
    ...files.flatMap(fileNameObjections),
    ...files.flatMap(literalSpreadObjections),
    ...files.flatMap(doubleCastObjections),
    ...files.flatMap(silentSkipObjections),
    ...folderSizeObjections(files),
    ...mirroredTestObjections(files),
    ...[...files, ...documents()].flatMap(wordObjections),
  ];
  for (const objection of objections) console.error(objection);
  return objections.length === 0 ? 0 : 1;
});
