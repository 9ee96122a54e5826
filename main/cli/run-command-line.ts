import { messageOf } from '../lib/message-of.ts';
import { foreignWord } from '../system/foreign-word.ts';
import { languageFromEnvironment } from '../texts/language-from-environment.ts';
import { wordsIn } from '../texts/words.ts';
import { EXIT_FAILED, exitStatusOf } from './program/exit-status-of.ts';
import { programFor } from './program/program-for.ts';
import { typedWords } from './program/typed-words.ts';
import { UsageError } from './program/usage-error.ts';
import type { Output } from './terminal/output.ts';
import { ProcessTerminal } from './terminal/process-terminal.ts';
import type { Terminal } from './terminal/terminal.ts';
import { manualVerb } from './verbs/manual.ts';
import { runInBackgroundVerb } from './verbs/run-in-background.ts';
import { verbs } from './verbs.ts';

/**
 * Does what the words after the program's name ask for.
 * Returns the exit status: 0, 1 where it failed or its output could not be written, 2 for wrong words.
 */
export async function runCommandLine(
  typed: readonly string[],
  terminal: ReportingTerminal = processTerminal(),
): Promise<number> {
  const status = await statusOf(typed, terminal);
  await terminal.output.flush();
  const { failure } = terminal.output;
  if (!failure) return status;
  terminal.complain(`buildtray: ${terminal.words.cli.program.outputLost(messageOf(failure))}`);
  return status || EXIT_FAILED;
}

/** A terminal that reports what it could not write. */
interface ReportingTerminal extends Terminal {
  readonly output: Pick<Output, 'flush' | 'failure'>;
}

function processTerminal(): ReportingTerminal {
  return new ProcessTerminal(wordsIn(languageFromEnvironment(process.env)));
}

async function statusOf(typed: readonly string[], terminal: Terminal): Promise<number> {
  let status = 0;
  try {
    const program = programFor({
      verbs,
      hiddenVerbs: [runInBackgroundVerb, manualVerb(verbs)],
      terminal,
      finish: (ended) => {
        status = ended;
      },
    });
    const foreign = foreignWord(typed, currentDirectory());
    if (foreign !== undefined) throw new UsageError(({ cli }) => cli.program.notUtf8(foreign));
    await program.parseAsync(typedWords(typed, verbs), { from: 'user' });
  } catch (error) {
    return exitStatusOf(error, terminal);
  }
  return status;
}

/** One that was removed has no name. */
function currentDirectory(): string {
  try {
    return process.cwd();
  } catch {
    return '';
  }
}
