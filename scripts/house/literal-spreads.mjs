// No literal is spread into a literal: its properties are plain ones.

/**
 * @param {import('./source-file.mjs').SourceFile} file
 * @returns {readonly string[]}
 */
export function literalSpreadObjections({ path, text }) {
  if (!/\.(ts|tsx|mjs)$/.test(path)) return [];
  return [...text.matchAll(/\.\.\.\{/g)].map(
    ({ index }) => `${path}:${lineOf(text, index)}: spreads a literal into a literal`,
  );
}

/**
 * @param {string} text
 * @param {number} index
 */
export function lineOf(text, index) {
  return text.slice(0, index).split('\n').length;
}
