import { expect, it } from 'vitest';
import { fishCompletion } from '../../../../../main/cli/completion/fish-completion.ts';
import { verbs } from '../../../../../main/cli/verbs.ts';
import { wordsIn } from '../../../../../main/texts/words.ts';

const lines = fishCompletion(verbs, wordsIn('en')).split('\n');
const WITHIN = "complete -c buildtray -n '__fish_seen_subcommand_from";

it('offers each verb where none is typed yet, with what it does', () => {
  for (const { name } of verbs) {
    const start = `complete -c buildtray -n __fish_use_subcommand -a ${name} -d '`;
    expect(lines.filter((line) => line.startsWith(start))).toHaveLength(1);
  }
});

it('offers the options of a verb after it, and asks for the value of one that has it', () => {
  expect(lines).toContainEqual(expect.stringMatching(/_from logs' -s n -l lines -x -d '.+'$/));
  expect(lines).toContainEqual(expect.stringMatching(/_from stop' -s g -l graceful -d '.+'$/));
});

it('offers directories or words where those are meant', () => {
  expect(lines).toContain(`${WITHIN} start' -a '(__fish_complete_directories)'`);
  expect(lines).toContain(`${WITHIN} completion' -a 'bash zsh fish'`);
});

it('takes quotes and backslashes of a text as they are', () => {
  const words = wordsIn('en');
  const program = { ...words.cli.program, help: "it's a \\" };
  const text = fishCompletion([], { ...words, cli: { ...words.cli, program } });
  expect(text).toContain("-l help -d 'it\\'s a \\\\'\n");
});
