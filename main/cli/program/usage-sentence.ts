import type { CommanderError } from 'commander';
import type { CliTexts } from '../../texts/words.ts';
import type { Sentence } from './usage-error.ts';

type UsageTexts = CliTexts['program']['usage'];

/** What commander names in its English message, in quotes, and the sentence that is made of it. */
const SENTENCES: Readonly<
  Record<string, (texts: UsageTexts, ...named: readonly string[]) => string>
> = {
  'commander.unknownCommand': (texts, command = '') => texts.unknownCommand(command),
  'commander.unknownOption': (texts, option = '') => texts.unknownOption(option),
  'commander.missingArgument': (texts, argument = '') => texts.missingArgument(argument),
  'commander.optionMissingArgument': (texts, option = '') => texts.missingValue(option),
  'commander.excessArguments': (texts) => texts.tooManyArguments,
};

/** What is wrong with the words that were typed: commander's own messages are in English only. */
export function usageSentence({ code, message }: CommanderError): Sentence {
  const detail = message.replace(/^error: /, '');
  const named = [...detail.matchAll(/'([^']*)'/g)].map(([, name = '']) => name);
  return ({ cli: { program } }) => {
    const choices = /Allowed choices are (.*)\.$/.exec(detail)?.[1];
    if (code === 'commander.invalidArgument' && choices !== undefined) {
      const [value = '', argument = ''] = named;
      return program.usage.wrongArgument(value, argument, choices);
    }
    const sentence = SENTENCES[code]?.(program.usage, ...named) ?? detail;
    const meant = /\(Did you mean (.*)\?\)$/.exec(detail)?.[1];
    return meant === undefined ? sentence : program.usage.didYouMean(sentence, meant);
  };
}
