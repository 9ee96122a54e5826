// A cast by way of `unknown` switches the compiler off: only where foreign types leave no choice.
import { lineOf } from './literal-spreads.mjs';

/** Where they are allowed, with the reason. */
const FOREIGN_EDGES = new Map([
  [
    'main/msgpack/codec.ts',
    "msgpackr's types describe only the first of two ways to write a class",
  ],
  ['test/support/long-directory.ts', 'of a class of Node nothing but its iteration is used'],
  ['test/e2e/start.spec.ts', 'the electron package exports a path under the types of the runtime'],
  ['test/e2e/support/desktop.ts', 'the electron package, and globals of the process under test'],
  ['test/e2e/left-processes.spec.ts', 'globals of the process under test'],
]);

/**
 * @param {import('./source-file.mjs').SourceFile} file
 * @returns {readonly string[]}
 */
export function doubleCastObjections({ path, text }) {
  if (!/\.tsx?$/.test(path) || FOREIGN_EDGES.has(path)) return [];
  return [...text.matchAll(/\bas unknown as\b/g)].map(
    ({ index }) =>
      `${path}:${lineOf(text, index)}: casts by way of unknown; see scripts/house/double-casts.mjs`,
  );
}
