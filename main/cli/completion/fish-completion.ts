import type { Words } from '../../texts/words.ts';
import { helpOf, optionText, type Verb, type VerbOption } from '../program/verb.ts';

export function fishCompletion(verbs: readonly Verb[], words: Words): string {
  const { version, help } = words.cli.program;
  const lines = [
    '# fish completion for buildtray',
    'complete -c buildtray -f',
    `complete -c buildtray -n __fish_use_subcommand -s V -l version -d ${quoted(version)}`,
    `complete -c buildtray -s h -l help -d ${quoted(help)}`,
    ...verbs.flatMap((verb) => verbLines(verb, words)),
  ];
  return `${lines.join('\n')}\n`;
}

function verbLines(verb: Verb, words: Words): readonly string[] {
  const { name, args, options } = verb;
  const { summary } = helpOf(verb, words);
  const within = `complete -c buildtray -n '__fish_seen_subcommand_from ${name}'`;
  const offers = args.find((arg) => arg.offers !== undefined)?.offers;
  const offered = offers === 'directories' ? '(__fish_complete_directories)' : offers?.join(' ');
  return [
    `complete -c buildtray -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`,
    ...options.map((option) => `${within} ${optionFlags(option, optionText(verb, option, words))}`),
    ...(offered === undefined ? [] : [`${within} -a ${quoted(offered)}`]),
  ];
}

function optionFlags({ name, short, value }: VerbOption, text: string): string {
  const parts = [
    ...(short === undefined ? [] : [`-s ${short}`]),
    `-l ${name}`,
    ...(value === undefined ? [] : ['-x']),
    `-d ${quoted(text)}`,
  ];
  return parts.join(' ');
}

function quoted(text: string): string {
  return `'${text.replaceAll(/['\\]/g, '\\$&')}'`;
}
