import { expect, it } from 'vitest';
import { shellQuote } from '../../../../../main/worker/process/shell-quote.ts';
import { batchQuote } from '../../../../../main/worker/process/spawn/windows-start-of.ts';

it.each([
  [['make', '-j4', 'CFLAGS=-O2', 'a/b.c'], 'make -j4 CFLAGS=-O2 a/b.c'],
  [['a b', ''], `'a b' ""`],
  [["it's"], `'it'"'"'s'`],
  [['$HOME', '*', 'a\\b', 'grün'], "'$HOME' '*' 'a\\b' 'grün'"],
])('quotes %j for a shell', (words, line) => {
  expect(shellQuote(words)).toBe(line);
});

it.each([
  [['make', 'C:\\a\\b'], 'make C:\\a\\b'],
  [['a b', ''], '^"a b^" ^"^"'],
  [['100%', 'a&b', '(x)'], '100%% a^&b ^(x^)'],
  [['say "hi"'], '^"say \\^"hi\\^"^"'],
  [['ends in \\'], '^"ends in \\\\^"'],
])('quotes %j for a batch file', (words, line) => {
  expect(batchQuote(words)).toBe(line);
});
