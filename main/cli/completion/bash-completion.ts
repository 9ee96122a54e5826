import type { Verb } from '../program/verb.ts';
import { optionWordsOf, singleQuoted, spellingsOf } from './shell-words.ts';

/** Works with bash 3.2, which macOS has, and without the package bash-completion. */
export function bashCompletion(verbs: readonly Verb[]): string {
  const names = singleQuoted([...verbs.map(({ name }) => name), '--help', '--version'].join(' '));
  return `# bash completion for buildtray
_buildtray() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} verb= i
  local IFS=$' \\t\\n'
  for ((i = 1; i < COMP_CWORD; i++)); do
    case \${COMP_WORDS[i]} in
      -*) ;;
      *) verb=\${COMP_WORDS[i]}; break ;;
    esac
  done
  COMPREPLY=()
  case $verb in
    '') COMPREPLY=($(compgen -W ${names} -- "$cur")) ;;
${verbs.map(verbCase).join('\n')}
  esac
}
_buildtray_directories() {
  local IFS=$'\\n'
  compopt -o filenames 2>/dev/null
  COMPREPLY=($(compgen -d -- "$1"))
}
complete -F _buildtray buildtray
`;
}

function verbCase(verb: Verb): string {
  const valued = verb.options.filter(({ value }) => value !== undefined).flatMap(spellingsOf);
  const noWord =
    valued.length === 0 ? '' : `case $prev in ${valued.join('|')}) return ;; esac\n      `;
  const options = singleQuoted(optionWordsOf(verb).join(' '));
  return `    ${verb.name})
      ${noWord}if [[ $cur == -* ]]; then
        COMPREPLY=($(compgen -W ${options} -- "$cur"))
      else
        ${wordsOf(verb)}
      fi ;;`;
}

function wordsOf(verb: Verb): string {
  const offers = verb.args.find((arg) => arg.offers !== undefined)?.offers;
  if (offers === undefined) return ':';
  if (offers === 'directories') return '_buildtray_directories "$cur"';
  return `COMPREPLY=($(compgen -W ${singleQuoted(offers.join(' '))} -- "$cur"))`;
}
