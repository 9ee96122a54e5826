import { CommanderError } from 'commander';
import { type Problem, problem } from '../../contract/problem.ts';
import { ProblemError } from '../../contract/problem-error.ts';
import { messageOf } from '../../lib/message-of.ts';
import { fileReasonOf } from '../../system/file-reason.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { RunError, UsageError } from './usage-error.ts';
import { usageSentence } from './usage-sentence.ts';

export const EXIT_FAILED = 1;
const EXIT_WRONG_USAGE = 2;

/** The exit status of an error, which is reported in one sentence on standard error. */
export function exitStatusOf(error: unknown, terminal: Terminal): number {
  const { words } = terminal;
  const complain = (sentence: string): void => terminal.complain(`buildtray: ${sentence}`);
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    // The help that is printed where no command is named says all by itself.
    if (error.code !== 'commander.help') complain(usageSentence(error)(words));
    return EXIT_WRONG_USAGE;
  }
  if (error instanceof UsageError) {
    complain(error.sentence(words));
    return EXIT_WRONG_USAGE;
  }
  if (error instanceof RunError) {
    complain(error.sentence(words));
    return EXIT_FAILED;
  }
  if (error instanceof ProblemError) {
    complain(words.app.say(error.problem));
    return EXIT_FAILED;
  }
  const unusable = fileProblemOf(error);
  if (unusable) {
    complain(words.app.say(unusable));
    return EXIT_FAILED;
  }
  complain(messageOf(error));
  terminal.complain(words.cli.program.defect);
  return EXIT_FAILED;
}

/** A file that cannot be used is no defect of the program. Undefined for an error that names none. */
function fileProblemOf(error: unknown): Problem | undefined {
  if (!(error instanceof Error) || !('path' in error) || typeof error.path !== 'string')
    return undefined;
  return problem('files.cannotUse', { path: error.path, reason: fileReasonOf(error) });
}
