import { manual } from '../../texts/en/cli/manual.ts';
import type { Words } from '../../texts/words.ts';
import {
  argumentText,
  helpOf,
  optionText,
  type Verb,
  type VerbOption,
  valueText,
} from '../program/verb.ts';

/** Such as `buildtray start [options] [DIR]`. */
export function synopsisOf({ name, args, options }: Verb): string {
  const words = args.map(argumentText);
  return ['buildtray', name, ...(options.length > 0 ? ['[options]'] : []), ...words].join(' ');
}

/** Such as `-n, --lines number`. */
export function flagsOf(option: VerbOption, words: Words): string {
  const { name, short } = option;
  const value = valueText(option, words);
  return `${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`;
}

export function meaningOf(verb: Verb, option: VerbOption, words: Words): string {
  const { byDefault } = option;
  const text = sentence(optionText(verb, option, words));
  return byDefault ? `${text} Default: ${byDefault}.` : text;
}

export function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
}

/** The page as Markdown; docs/command-line.md holds it. */
export function manualMarkdown(verbs: readonly Verb[], words: Words): string {
  const parts = [
    '# The command line',
    '<!-- Made from main/cli/verbs and main/texts/en/cli: `node out/cli/buildtray.js manual markdown`. -->',
    ...manual.description,
    ...verbs.flatMap((verb) => verbMarkdown(verb, words)),
    ...manual.sections.flatMap(({ title, paragraphs, terms }) => [
      `## ${title}`,
      ...paragraphs,
      terms.map(([term, meaning]) => `- \`${term}\`: ${meaning}`).join('\n'),
    ]),
    '## Completion',
    manual.completion,
  ];
  return `${parts.join('\n\n')}\n`;
}

function verbMarkdown(verb: Verb, words: Words): readonly string[] {
  const { summary, about, exit } = helpOf(verb, words);
  const options = verb.options.map(
    (option) => `- \`${flagsOf(option, words)}\`: ${meaningOf(verb, option, words)}`,
  );
  return [
    `## ${verb.name}`,
    `    ${synopsisOf(verb)}`,
    sentence(summary),
    ...about,
    ...(options.length > 0 ? [options.join('\n')] : []),
    words.cli.program.exitStatus(exit.ok, exit.failed),
  ];
}
