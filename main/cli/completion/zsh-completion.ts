import type { Words } from '../../texts/words.ts';
import {
  helpOf,
  optionText,
  type Verb,
  type VerbArgument,
  type VerbOption,
  valueText,
} from '../program/verb.ts';
import { singleQuoted } from './shell-words.ts';

/** To be put into the search path as _buildtray, or sourced. */
export function zshCompletion(verbs: readonly Verb[], words: Words): string {
  const names = verbs.map((verb) => singleQuoted(`${verb.name}:${helpOf(verb, words).summary}`));
  const help = singleQuoted(`[${escaped(words.cli.program.help)}]`);
  const version = singleQuoted(`[${escaped(words.cli.program.version)}]`);
  return `#compdef buildtray
_buildtray() {
  local curcontext="$curcontext" state line
  typeset -A opt_args
  local -a verbs
  verbs=(
    ${names.join('\n    ')}
  )
  _arguments -C '(- *)'{-h,--help}${help} '(- *)'{-V,--version}${version} '1: :->verb' '*:: :->words'
  case $state in
    verb) _describe -t commands command verbs ;;
    words)
      case $words[1] in
${verbs.map((verb) => verbCase(verb, words)).join('\n')}
      esac ;;
  esac
}
if [[ $funcstack[1] == _buildtray ]]; then
  _buildtray "$@"
else
  compdef _buildtray buildtray
fi
`;
}

function verbCase(verb: Verb, words: Words): string {
  const specs = [
    ...verb.options.map((option) => optionSpec(verb, option, words)),
    singleQuoted(`--help[${escaped(words.cli.program.help)}]`),
    ...verb.args.map((argument, at) =>
      argumentSpec(argument, at, helpOf(verb, words).args[argument.name] ?? ''),
    ),
  ];
  return `        ${verb.name})
          _arguments \\
            ${specs.join(' \\\n            ')} ;;`;
}

function optionSpec(verb: Verb, option: VerbOption, words: Words): string {
  const { name, short } = option;
  const value = valueText(option, words);
  const tail = `[${escaped(optionText(verb, option, words))}]${value ? `:${escaped(value)}: ` : ''}`;
  if (short === undefined) return singleQuoted(`--${name}${tail}`);
  return `${singleQuoted(`(-${short} --${name})`)}{-${short},--${name}}${singleQuoted(tail)}`;
}

function argumentSpec(
  { name, byDefault, isMany, offers }: VerbArgument,
  at: number,
  text: string,
): string {
  const action =
    offers === 'directories' ? '_files -/' : offers === undefined ? ' ' : `(${offers.join(' ')})`;
  const optional = byDefault === undefined ? '' : ':';
  const place = isMany ? '*' : `${at + 1}${optional}`;
  return singleQuoted(`${place}:${escaped(`${name}, ${text}`)}:${action}`);
}

function escaped(text: string): string {
  return text.replaceAll(/[[\]:\\]/g, '\\$&');
}
