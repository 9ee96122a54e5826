import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import {
  optionWordsOf,
  singleQuoted,
  spellingsOf,
} from '../../../../../main/cli/completion/shell-words.ts';
import { verbs } from '../../../../../main/cli/verbs.ts';

it.each(['plain', "it's", '$HOME `id` "x"', 'a\nb', "''"])('%j is one word for a shell', (text) => {
  const { stdout } = spawnSync('sh', ['-c', `printf %s ${singleQuoted(text)}`], {
    encoding: 'utf8',
  });
  expect(stdout).toBe(text);
});

it('an option is spelled by its letter, where it has one, and by its name', () => {
  expect(spellingsOf({ name: 'lines', short: 'n' })).toEqual(['-n', '--lines']);
  expect(spellingsOf({ name: 'json' })).toEqual(['--json']);
});

it('every verb has --help', () => {
  for (const verb of verbs) expect(optionWordsOf(verb).at(-1)).toBe('--help');
});
