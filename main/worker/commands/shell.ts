import { z } from 'zod';
import type { Command, CommandContext, Urgency } from '../command.ts';
import { MOST_COMMAND_CHARACTERS, MOST_LOG_FILES } from '../master-limits.ts';
import { shownCommand } from '../process/process-header.ts';
import type {
  CommandLine,
  CommandWord,
  LogFileRequest,
  ProcessRequest,
  RunningProcess,
} from '../process/process-request.ts';
import { reprOf } from '../process/repr-of.ts';
import { runProcessForCommand } from '../process/run-process-for-command.ts';
import { defineCommand, numberArgument, pathArgument, truthArgument } from './define-command.ts';
import { atPlace } from './paths/find-place.ts';

const commandArgument = z
  // Whatever the words are, text is made of them; a look at each would take its time.
  .union([z.string(), z.custom<readonly unknown[]>(Array.isArray)])
  .refine((given) => typeof given === 'string' || given.length > 0, 'it names no program')
  .transform((given): CommandLine => {
    if (typeof given === 'string') return { kind: 'text', text: given };
    return { kind: 'argv', words: given.map(wordFrom) };
  })
  .refine(
    (command) => charactersIn(command) <= MOST_COMMAND_CHARACTERS,
    `it has more than ${MOST_COMMAND_CHARACTERS} characters`,
  );

/** A file name, which is all that old masters send, or one with options. */
const logFileArgument = z.union([
  z.string(),
  z.record(z.string(), z.unknown()).refine(isFileWithOptions, 'it names no file'),
]);

const limitArgument = numberArgument.nullish();
/** True where the master leaves it out. */
const trueByDefault = z
  .union([z.boolean(), z.number()])
  .nullish()
  .transform((given) => Boolean(given ?? true));

const shellArguments = z.object({
  command: commandArgument,
  workdir: pathArgument,
  env: z.record(z.string(), z.unknown()).nullish(),
  initial_stdin: z.string().nullish(),
  want_stdout: trueByDefault,
  want_stderr: trueByDefault,
  logfiles: z.record(z.string(), logFileArgument).nullish(),
  timeout: limitArgument,
  maxTime: limitArgument,
  max_lines: limitArgument,
  sigtermTime: limitArgument,
  interruptSignal: z.string().nullish(),
  usePTY: truthArgument,
  logEnviron: trueByDefault,
});
type ShellArguments = z.output<typeof shellArguments>;

/**
 * Runs a program, or a line of the shell's language.
 *
 * Source: Buildbot, worker/buildbot_worker/commands/shell.py, WorkerShellCommand.
 */
export const shellCommand = defineCommand({
  names: ['shell'],
  className: 'WorkerShellCommand',
  requiredArguments: ['workdir', 'command'],
  schema: shellArguments,
  mostEntries: { logfiles: MOST_LOG_FILES },
  pbArguments: ({ workdir }, at) => ({ workdir: at(workdir) }),
  create: (args, context) => new ShellCommand(args, context),
});

class ShellCommand implements Command {
  readonly summary: string;
  readonly argv: readonly string[] | undefined;
  readonly workdir: string;
  readonly #args: ShellArguments;
  readonly #context: CommandContext;
  #process: RunningProcess | undefined;

  constructor(args: ShellArguments, context: CommandContext) {
    const { command, workdir } = args;
    this.summary = shownCommand(command);
    this.argv = command.kind === 'argv' ? command.words.map(({ shown }) => shown) : undefined;
    this.workdir = workdir;
    this.#args = args;
    this.#context = context;
  }

  async run(): Promise<void> {
    const args = this.#args;
    this.#process = runProcessForCommand(this.#context, {
      commandLine: args.command,
      workdir: args.workdir,
      isForeign: true,
      environment: args.env ?? undefined,
      initialStdin: args.initial_stdin ?? undefined,
      wantStdout: args.want_stdout,
      wantStderr: args.want_stderr,
      logFiles: Object.entries(args.logfiles ?? {}).map(logFileFrom),
      logFilesWithin: this.#context.enclosing?.isWanted
        ? insideOf(this.#context.basedir)
        : undefined,
      logFilesShown: reprOf(args.logfiles ?? {}),
      timeoutSeconds: args.timeout ?? undefined,
      maxTimeSeconds: args.maxTime ?? undefined,
      maxLines: args.max_lines ?? undefined,
      sigtermTimeSeconds: args.sigtermTime ?? undefined,
      interruptSignal: args.interruptSignal ?? undefined,
      usePty: args.usePTY,
      logEnvironment: args.logEnviron,
    });
    const { failed } = await this.#process.done;
    if (failed) throw failed;
  }

  interrupt(why: string, urgency?: Urgency): void {
    this.#process?.interrupt(why, urgency);
  }
}

/** A word, one that hides a password, ("obfuscated", real, shown), or what Python's `str` makes text of. */
function wordFrom(word: unknown): CommandWord {
  if (typeof word === 'string') return { real: word, shown: word };
  const [kind, real, shown] = Array.isArray(word) && word.length === 3 ? word : [];
  if (kind === 'obfuscated' && typeof real === 'string' && typeof shown === 'string')
    return { real, shown };
  const text = reprOf(word);
  return { real: text, shown: text };
}

function charactersIn(command: CommandLine): number {
  if (command.kind === 'text') return command.text.length;
  return command.words.reduce((sum, { real, shown }) => sum + real.length + shown.length, 0) / 2;
}

type LogFileArgument = z.output<typeof logFileArgument>;

function isFileWithOptions(options: Readonly<Record<string, unknown>>): boolean {
  return typeof options.filename === 'string';
}

function logFileFrom([logName, file]: readonly [string, LogFileArgument]): LogFileRequest {
  if (typeof file === 'string') return { logName, filename: file, isFollowed: false };
  return { logName, filename: String(file.filename), isFollowed: Boolean(file.follow) };
}

/** For files that builds may have replaced by links: those that lead out of the base directory are refused. */
function insideOf(basedir: string): ProcessRequest['logFilesWithin'] {
  const rules = { basedir, fileAccess: 'basedir' } as const;
  return async (path, work) => {
    const found = await atPlace(rules, path, { use: 'use' }, (place) => work(place.path));
    return found.ok && found.value;
  };
}
