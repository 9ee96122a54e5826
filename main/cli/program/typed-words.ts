import type { Verb, VerbOption } from './verb.ts';

/** Options of every command. */
const COMMON: readonly VerbOption[] = [{ name: 'help', short: 'h' }, { name: 'version' }];
/** What `buildbot-worker` accepts before its command; here it changes nothing. */
const WITHOUT_EFFECT = '--verbose';
/** Options before a command. */
const BEFORE_COMMAND: readonly VerbOption[] = [...COMMON, { name: 'verbose' }];

/**
 * What was typed, in the words that commander takes: a long option may be shortened as far as it is the
 * only one that begins so, as with `buildbot-worker`, and the last argument may begin with a dash, as a
 * password does.
 */
export function typedWords(typed: readonly string[], verbs: readonly Verb[]): readonly string[] {
  const [name, ...rest] = typed;
  if (name?.startsWith('--')) {
    const option = inFull(name, BEFORE_COMMAND);
    return option === WITHOUT_EFFECT ? typedWords(rest, verbs) : [option, ...rest];
  }
  const verb = verbs.find((one) => one.name === name);
  if (name === undefined || verb === undefined) return typed;
  const options = [...verb.options, ...COMMON];
  const end = rest.indexOf('--');
  const before = (end < 0 ? rest : rest.slice(0, end)).map((word) => inFull(word, options));
  if (end >= 0) return [name, ...before, ...rest.slice(end)];
  return [name, ...withLastArgument(before, verb, options)];
}

function inFull(word: string, options: readonly VerbOption[]): string {
  const [, start, value = ''] = /^--([a-z][a-z0-9-]*)(=.*)?$/s.exec(word) ?? [];
  if (start === undefined || options.some(({ name }) => name === start)) return word;
  const [only, ...others] = options.filter(({ name }) => name.startsWith(start));
  return only === undefined || others.length > 0 ? word : `--${only.name}${value}`;
}

/** Where one argument is missing and the last word is no option, it is that argument. */
function withLastArgument(
  words: readonly string[],
  { args, isOpenEnded }: Verb,
  options: readonly VerbOption[],
): readonly string[] {
  const last = words.at(-1) ?? '';
  const others = words.slice(0, -1);
  if (!isOpenEnded || !/^-./.test(last) || optionOf(last, options)) return words;
  const count = argumentCount(others, options);
  return count === args.length - 1 ? [...others, '--', last] : words;
}

/** How many words are arguments; undefined when the last option still needs its value. */
function argumentCount(
  words: readonly string[],
  options: readonly VerbOption[],
): number | undefined {
  let count = 0;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const option = optionOf(word, options);
    if (option === undefined) count += 1;
    else if (option.value !== undefined && isBare(word, option)) at += 1;
    if (at >= words.length) return undefined;
  }
  return count;
}

/** `-nVALUE` and `--name=VALUE` bring their value. */
function optionOf(word: string, options: readonly VerbOption[]): VerbOption | undefined {
  return options.find(
    (option) =>
      isBare(word, option) || (option.value !== undefined && word.startsWith(`--${option.name}=`)),
  );
}

function isBare(word: string, { name, short }: VerbOption): boolean {
  return word === `--${name}` || word === `-${short}`;
}
