import { encodeText } from '../updates/python-encodings.ts';
import type { CommandLine, ProcessRequest } from './process-request.ts';
import { reprOfEncoded } from './repr-of.ts';
import { shellQuote } from './shell-quote.ts';
import { batchQuote } from './spawn/windows-start-of.ts';

/** What a process looks like to people: nothing hidden is in here. */
export interface ProcessFacts {
  readonly request: ProcessRequest;
  readonly environment: Readonly<Record<string, string>>;
  readonly unicodeEncoding: string;
  readonly usesPty: boolean;
}

/**
 * What the step's log shows before the process runs; every line ends with a newline.
 *
 * Source: buildbot_worker, runprocess.py, RunProcess._startCommand.
 */
export function processHeader(facts: ProcessFacts): readonly string[] {
  const { request, unicodeEncoding } = facts;
  return [
    // Without a newline, as the Python worker has it: the command follows on the same line.
    request.usePty && !facts.usesPty ? 'WARNING: disabling usePTY for this command' : '',
    `${shownCommand(request.commandLine)}\n`,
    ` in dir ${request.workdir}${limitsShown(request)}\n`,
    ` watching logfiles ${request.logFilesShown ?? '{}'}\n`,
    ` argv: ${shownArgv(request.commandLine, unicodeEncoding)}\n`,
    ...(request.logEnvironment === false ? [] : [environmentShown(facts.environment)]),
    ...stdinShown(request.initialStdin, unicodeEncoding),
    ` using PTY: ${facts.usesPty ? 'True' : 'False'}\n`,
  ];
}

/** The command line for people, in one piece. */
export function shownCommand(commandLine: CommandLine): string {
  if (commandLine.kind === 'text') return commandLine.text;
  const words = commandLine.words.map((word) => word.shown);
  return process.platform === 'win32' ? batchQuote(words) : shellQuote(words);
}

/** The command line as Python prints its list of byte strings. */
export function shownArgv(commandLine: CommandLine, unicodeEncoding: string): string {
  if (commandLine.kind === 'text') return reprOfEncoded(commandLine.text, unicodeEncoding);
  const words = commandLine.words.map((word) => reprOfEncoded(word.shown, unicodeEncoding));
  return `[${words.join(', ')}]`;
}

function limitsShown({ timeoutSeconds, maxTimeSeconds }: ProcessRequest): string {
  return limitShown('timeout', timeoutSeconds) + limitShown('maxTime', maxTimeSeconds);
}

function limitShown(name: string, seconds: number | undefined): string {
  if (!seconds) return '';
  return ` (${name} ${seconds} ${seconds === 1 ? 'sec' : 'secs'})`;
}

function environmentShown(environment: Readonly<Record<string, string>>): string {
  const names = Object.keys(environment).sort((a, b) => (a < b ? -1 : 1));
  return ` environment:\n${names.map((name) => `  ${name}=${environment[name]}\n`).join('')}`;
}

function stdinShown(text: string | undefined, unicodeEncoding: string): readonly string[] {
  if (!text) return [];
  return [` writing ${encodeText(text, unicodeEncoding).length} bytes to stdin\n`];
}
