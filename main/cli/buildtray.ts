#!/usr/bin/env node
import { messageOf } from '../lib/message-of.ts';
import { exitSurely } from '../system/exit-surely.ts';
import { foreignWord } from '../system/foreign-word.ts';
import { languageFromEnvironment } from '../texts/language-from-environment.ts';
import { wordsIn } from '../texts/words.ts';
import { exitStatusOf } from './program/exit-status-of.ts';
import { programFor } from './program/program-for.ts';
import { typedWords } from './program/typed-words.ts';
import { UsageError } from './program/usage-error.ts';
import { ProcessTerminal } from './terminal/process-terminal.ts';
import { manualVerb } from './verbs/manual.ts';
import { runInBackgroundVerb } from './verbs/run-in-background.ts';
import { verbs } from './verbs.ts';

const words = wordsIn(languageFromEnvironment(process.env));
const terminal = new ProcessTerminal(words);
let exitStatus = 0;
try {
  const program = programFor({
    verbs,
    hiddenVerbs: [runInBackgroundVerb, manualVerb(verbs)],
    terminal,
    finish: (status) => {
      exitStatus = status;
    },
  });
  const typed = process.argv.slice(2);
  const foreign = foreignWord(typed, currentDirectory());
  if (foreign !== undefined) throw new UsageError(({ cli }) => cli.program.notUtf8(foreign));
  await program.parseAsync(typedWords(typed, verbs), { from: 'user' });
} catch (error) {
  exitStatus = exitStatusOf(error, terminal);
}
await terminal.output.flush();
const { failure } = terminal.output;
if (failure) {
  terminal.complain(`buildtray: ${words.cli.program.outputLost(messageOf(failure))}`);
  exitStatus ||= 1;
}
await exitSurely(exitStatus);

/** One that was removed has no name. */
function currentDirectory(): string {
  try {
    return process.cwd();
  } catch {
    return '';
  }
}
