import type { CommandContext } from '../command.ts';
import { CommandProcess } from './command-process.ts';
import type {
  CommandLine,
  CommandWord,
  ProcessRequest,
  RunningProcess,
} from './process-request.ts';

/** The words of a command that hides nothing. */
export function argv(...words: readonly string[]): CommandLine {
  return { kind: 'argv', words: words.map(wordFrom) };
}

/** A word that hides nothing, unless it comes with what people may see of it. */
export function wordFrom(word: string | CommandWord): CommandWord {
  return typeof word === 'string' ? { real: word, shown: word } : word;
}

/**
 * Runs a process for a command: headers, output, log files, timers, `rc` and the elapsed time, all
 * sent to the command's updates. `elapsed`, and `rc` with `sendRc: false`, stay the command's own.
 *
 * Source: buildbot_worker, runprocess.py, RunProcess.
 */
export function runProcessForCommand(
  context: CommandContext,
  request: ProcessRequest,
): RunningProcess {
  return new CommandProcess(context, request);
}
