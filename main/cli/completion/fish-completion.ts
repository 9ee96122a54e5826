import { type Verb, type VerbOption, verbs } from '../verbs.ts';

export function fishCompletion(): string {
  const lines = [
    '# fish completion for buildtray',
    'complete -c buildtray -f',
    "complete -c buildtray -n __fish_use_subcommand -s V -l version -d 'print the versions'",
    "complete -c buildtray -s h -l help -d 'print the help'",
    ...verbs.flatMap(verbLines),
  ];
  return `${lines.join('\n')}\n`;
}

function verbLines(verb: Verb): readonly string[] {
  const { name, summary, args, options } = verb;
  const within = `complete -c buildtray -n '__fish_seen_subcommand_from ${name}'`;
  const offers = args.find((arg) => arg.offers !== undefined)?.offers;
  const words = offers === 'directories' ? '(__fish_complete_directories)' : offers?.join(' ');
  return [
    `complete -c buildtray -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`,
    ...options.map((option) => `${within} ${optionFlags(option)}`),
    ...(words === undefined ? [] : [`${within} -a ${quoted(words)}`]),
  ];
}

function optionFlags({ name, short, value, description }: VerbOption): string {
  const parts = [
    ...(short === undefined ? [] : [`-s ${short}`]),
    `-l ${name}`,
    ...(value === undefined ? [] : ['-x']),
    `-d ${quoted(description)}`,
  ];
  return parts.join(' ');
}

function quoted(text: string): string {
  return `'${text.replaceAll(/['\\]/g, '\\$&')}'`;
}
