import { expect, it } from 'vitest';
import { zshCompletion } from '../../../../../main/cli/completion/zsh-completion.ts';
import { verbs } from '../../../../../main/cli/verbs.ts';
import { wordsIn } from '../../../../../main/texts/words.ts';

const text = zshCompletion(verbs, wordsIn('en'));

/** What is offered after a verb. */
function specsOf(verb: string): readonly string[] {
  const [, after = ''] = text.split(`        ${verb})\n`);
  const [specs = ''] = after.split(' ;;');
  return specs.split(' \\\n').map((line) => line.trim());
}

it('describes each verb', () => {
  for (const { name } of verbs) expect(text).toContain(`\n    '${name}:`);
});

it('offers the options of a verb, by letter or by name and not by both', () => {
  expect(specsOf('stop')).toContainEqual(
    expect.stringMatching(/^'\(-g --graceful\)'\{-g,--graceful\}'\[.+\]'$/),
  );
  expect(specsOf('stop')).toContainEqual(expect.stringMatching(/^'--help\[.+\]'$/));
  expect(specsOf('logs').join()).not.toContain('graceful');
});

it('names the value of an option that has one', () => {
  expect(specsOf('logs')).toContainEqual(expect.stringMatching(/\{-n,--lines\}'\[.+\]:number: '$/));
});

it('offers directories or words where those are meant, and shows what may be left out', () => {
  expect(specsOf('start')).toContainEqual(expect.stringMatching(/^'1::.+:_files -\/'$/));
  expect(specsOf('completion')).toContainEqual(expect.stringMatching(/^'1:.+:\(bash zsh fish\)'$/));
  expect(specsOf('set')).toContainEqual(expect.stringMatching(/^'\*:.+: '$/));
});

it('takes the signs of a specification in a text as they are', () => {
  const words = wordsIn('en');
  const program = { ...words.cli.program, help: 'a: [b]' };
  const shown = zshCompletion([], { ...words, cli: { ...words.cli, program } });
  expect(shown).toContain("{-h,--help}'[a\\: \\[b\\]]'");
});
