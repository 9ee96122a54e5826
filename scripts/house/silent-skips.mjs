// A test that does not run somewhere gives its reason: the summary of `npm test` prints it.
import { lineOf } from './literal-spreads.mjs';

/** Vitest's ways to skip that have no place for a reason. */
const SILENT = /\b(?:it|test|describe)\b[\w.]*\.(skipIf|runIf|skip|todo)\b/g;

/**
 * @param {import('./source-file.mjs').SourceFile} file
 * @returns {readonly string[]}
 */
export function silentSkipObjections({ path, text }) {
  if (!/\.test\.tsx?$/.test(path)) return [];
  return [...text.matchAll(SILENT)].map(
    ({ 1: way, index }) =>
      `${path}:${lineOf(text, index)}: ${way} gives no reason; see test/support/only-on.ts`,
  );
}
