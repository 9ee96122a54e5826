// node scripts/house.mjs: what the compiler and the linters cannot see of how this house is kept;
// part of `npm run check`.
import './setup/require-node.mjs';
import fs from 'node:fs';
import path from 'node:path';
import { doubleCastObjections } from './house/double-casts.mjs';
import { fileNameObjections } from './house/file-names.mjs';
import { fileOpeningObjections } from './house/file-openings.mjs';
import { folderSizeObjections } from './house/folder-sizes.mjs';
import { literalSpreadObjections } from './house/literal-spreads.mjs';
import { lockfileObjections } from './house/lockfile.mjs';
import { mirroredTestObjections } from './house/mirrored-tests.mjs';
import { wordObjections } from './house/plain-words.mjs';
import { rawLookObjections, unknownVariableObjections } from './house/raw-looks.mjs';
import { silentSkipObjections } from './house/silent-skips.mjs';
import { documents, sourceFiles } from './house/source-file.mjs';
import { projectDir } from './setup/places.mjs';
import { runCommand } from './setup/run-command.mjs';

await runCommand(() => {
  const files = sourceFiles();
  const lockText = fs.readFileSync(path.join(projectDir, 'package-lock.json'), 'utf8');
  const objections = [
    ...files.flatMap(fileNameObjections),
    ...files.flatMap(literalSpreadObjections),
    ...files.flatMap(doubleCastObjections),
    ...files.flatMap(silentSkipObjections),
    ...files.flatMap(rawLookObjections),
    ...unknownVariableObjections(files),
    ...fileOpeningObjections(files),
    ...folderSizeObjections(files),
    ...mirroredTestObjections(files),
    ...lockfileObjections(JSON.parse(lockText)),
    ...[...files, ...documents()].flatMap(wordObjections),
  ];
  for (const objection of objections) console.error(objection);
  return objections.length === 0 ? 0 : 1;
});
