import { CommanderError } from 'commander';
import { expect, it } from 'vitest';
import { usageSentence } from '../../../../../main/cli/program/usage-sentence.ts';
import { wordsIn } from '../../../../../main/texts/words.ts';

// What commander makes of real command lines is in program-for.test.ts.
it('keeps commander’s own words for an error that is not known here', () => {
  const error = new CommanderError(1, 'commander.conflictingOption', 'error: they conflict');
  expect(usageSentence(error)(wordsIn('de'))).toBe('they conflict');
});

it('asks whether another word was meant', () => {
  const error = new CommanderError(
    1,
    'commander.unknownCommand',
    "error: unknown command 'strat'\n(Did you mean start?)",
  );
  expect(usageSentence(error)(wordsIn('en'))).toBe("unknown command 'strat'. Did you mean start?");
});
