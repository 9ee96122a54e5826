import { type Verb, type VerbArgument, type VerbOption, verbs } from '../verbs.ts';
import { singleQuoted } from './shell-words.ts';

/** To be put into the search path as _buildtray, or sourced. */
export function zshCompletion(): string {
  const names = verbs.map(({ name, summary }) => singleQuoted(`${name}:${summary}`));
  return `#compdef buildtray
_buildtray() {
  local curcontext="$curcontext" state line
  typeset -A opt_args
  local -a verbs
  verbs=(
    ${names.join('\n    ')}
  )
  _arguments -C '(- *)'{-h,--help}'[print the help]' '(- *)'{-V,--version}'[print the versions]' '1: :->verb' '*:: :->words'
  case $state in
    verb) _describe -t commands command verbs ;;
    words)
      case $words[1] in
${verbs.map(verbCase).join('\n')}
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

function verbCase(verb: Verb): string {
  const specs = [
    ...verb.options.map(optionSpec),
    "'--help[print the help]'",
    ...verb.args.map(argumentSpec),
  ];
  return `        ${verb.name})
          _arguments \\
            ${specs.join(' \\\n            ')} ;;`;
}

function optionSpec({ name, short, value, description }: VerbOption): string {
  const tail = `[${escaped(description)}]${value ? `:${escaped(value)}: ` : ''}`;
  if (short === undefined) return singleQuoted(`--${name}${tail}`);
  return `${singleQuoted(`(-${short} --${name})`)}{-${short},--${name}}${singleQuoted(tail)}`;
}

function argumentSpec(
  { name, description, byDefault, isMany, offers }: VerbArgument,
  at: number,
): string {
  const action =
    offers === 'directories' ? '_files -/' : offers === undefined ? ' ' : `(${offers.join(' ')})`;
  const optional = byDefault === undefined ? '' : ':';
  const place = isMany ? '*' : `${at + 1}${optional}`;
  return singleQuoted(`${place}:${escaped(`${name}, ${description}`)}:${action}`);
}

function escaped(text: string): string {
  return text.replaceAll(/[[\]:\\]/g, '\\$&');
}
