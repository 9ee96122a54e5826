import { expect, it } from 'vitest';
import { RunError, runErrorOf, UsageError } from '../../../../../main/cli/program/usage-error.ts';
import { problem } from '../../../../../main/contract/problem.ts';
import { wordsIn } from '../../../../../main/texts/words.ts';

it('a sentence is in English for a log, and in any language for a person', () => {
  const error = new UsageError(({ cli }) => cli.verbs.set.nothingNamed);
  expect(error).toMatchObject({
    name: 'UsageError',
    message: wordsIn('en').cli.verbs.set.nothingNamed,
  });
  expect(error.sentence(wordsIn('de'))).toBe(wordsIn('de').cli.verbs.set.nothingNamed);
});

it('carries the problem of another room, what holds one, or a sentence', () => {
  const closed = problem('log.closed');
  const german = (found: RunError) => found.sentence(wordsIn('de'));
  expect(german(runErrorOf(closed))).toBe('Das Protokoll ist geschlossen.');
  expect(german(runErrorOf({ problem: closed }))).toBe('Das Protokoll ist geschlossen.');
  expect(german(runErrorOf('As it is.'))).toBe('As it is.');
  expect(runErrorOf(closed)).toBeInstanceOf(RunError);
});
