/** Blank, single quotes, double quotes, an escaped character, plain ones; a quote may stay open. */
const PIECE = /(\s+)|'([^']*)'?|"((?:[^"\\]|\\.)*)(?:"|\\?$)|\\(.?)|([^\s'"\\]+)/gs;

/** Words as a shell makes them. */
export function shellWords(line: string): readonly string[] {
  const words: string[] = [];
  let word: string | undefined;
  for (const [, blank, single, double, escaped, plain] of line.matchAll(PIECE)) {
    if (blank === undefined) {
      const inner = double?.replaceAll(/\\(["\\$`])/g, '$1');
      word = (word ?? '') + (single ?? inner ?? escaped ?? plain ?? '');
      continue;
    }
    if (word !== undefined) words.push(word);
    word = undefined;
  }
  return word === undefined ? words : [...words, word];
}
