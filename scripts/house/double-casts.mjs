// A cast by way of `unknown` switches the compiler off: only where foreign types leave no choice.
import { lineOf } from './literal-spreads.mjs';

/** Where they are allowed, with the reason. */
const FOREIGN_EDGES = new Map([
  [
    'main/msgpack/codec.ts',
    "msgpackr's types describe only the first of two ways to write a class",
  ],
  ['test/e2e/start.spec.ts', 'the electron package exports a path under the types of the runtime'],
  ['test/e2e/support/desktop.ts', 'the electron package, and globals of the process under test'],
  ['test/e2e/left-processes.spec.ts', 'globals of the process under test'],
]);

/** To go: a narrower type of what is handed in would do. */
const NOT_YET = new Map([
  ['main/adding/draft-settings.ts', 'settings read row by row'],
  ['main/texts/problem-words.ts', 'a key and its facts, which the compiler cannot pair'],
  ['test/unit/main/app/handlers/workers.test.ts', 'a whole HostedWorker'],
  ['test/unit/main/app/handlers/log.test.ts', 'a whole HostedWorkers for one method'],
  ['test/unit/main/hosting/worker-histories.test.ts', 'a whole HostedWorker'],
  ['test/unit/main/hosting/change-rotation.test.ts', 'a whole HostedWorker'],
]);

/**
 * @param {import('./source-file.mjs').SourceFile} file
 * @returns {readonly string[]}
 */
export function doubleCastObjections({ path, text }) {
  if (!/\.tsx?$/.test(path) || FOREIGN_EDGES.has(path) || NOT_YET.has(path)) return [];
  return [...text.matchAll(/\bas unknown as\b/g)].map(
    ({ index }) =>
      `${path}:${lineOf(text, index)}: casts by way of unknown; see scripts/house/double-casts.mjs`,
  );
}
