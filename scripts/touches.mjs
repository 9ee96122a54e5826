// node scripts/touches.mjs [--files]: what adding a setting, a request, a command or a page touches,
// counted in the code; part of `npm run check`.
import './setup/require-node.mjs';
import { sourceFiles } from './house/source-file.mjs';
import { runCommand } from './setup/run-command.mjs';
import { kinds, programFiles } from './touches/measures.mjs';

await runCommand(() => {
  const showsFiles = process.argv.includes('--files');
  const files = programFiles(sourceFiles());
  const grown = kinds(files).filter((kind) => !isWithinLimit(kind, files, showsFiles));
  return grown.some(({ isEnforced }) => isEnforced) ? 1 : 0;
});

/**
 * @param {import('./touches/measures.mjs').Kind} kind
 * @param {readonly import('./house/source-file.mjs').SourceFile[]} files
 * @param {boolean} showsFiles
 */
function isWithinLimit({ name, limit, examples, touched }, files, showsFiles) {
  const found = examples.map((example) => ({ example, places: touched(example, files) }));
  const worst = found.reduce((most, one) => (one.places.length > most.places.length ? one : most));
  const count = worst.places.length;
  const verdict = count > limit ? 'above the limit' : 'well';
  console.log(`${name}: ${count} files (${worst.example}), limit ${limit}: ${verdict}`);
  if (showsFiles)
    for (const { example, places } of found)
      console.log([`  ${example}: ${places.length}`, ...places].join('\n      '));
  return count <= limit;
}
