import { describe, expect, it } from 'vitest';
import { shellWords } from '../../../../../renderer/add-worker/paste/shell-words.ts';

describe('the words of a command line', () => {
  it.each([
    ['', []],
    ['  a \t b  ', ['a', 'b']],
    [`'a b' "c d"`, ['a b', 'c d']],
    [`'it'\\''s'`, [`it's`]],
    [String.raw`a\ b \"c\"`, ['a b', '"c"']],
    [String.raw`"a\"b \$x \n"`, ['a"b $x \\n']],
    [`'a\\b'`, ['a\\b']],
    [`--x="1 2"3`, ['--x=1 23']],
    [`"" ''`, ['', '']],
    [`"open to the end`, ['open to the end']],
    [`'open too`, ['open too']],
    ['end\\', ['end']],
  ])('%j are %j', (line, words) => {
    expect(shellWords(line)).toEqual(words);
  });
});
