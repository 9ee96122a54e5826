/** Words as one line that a POSIX shell would read back as these words. */
export function shellQuote(words: readonly string[]): string {
  return words.map(quoteWord).join(' ');
}

/** The rules of Python's shlex.quote, except that the Python worker shows an empty word as `""`. */
function quoteWord(word: string): string {
  if (word === '') return '""';
  if (!/[^A-Za-z0-9_@%+=:,./-]/.test(word)) return word;
  return `'${word.replaceAll("'", `'"'"'`)}'`;
}
