import { Argument, Command, Option } from 'commander';
import { wordsFor } from '../manual/manual.ts';
import {
  MANUAL,
  RUN_IN_BACKGROUND,
  type Verb,
  type VerbName,
  type VerbOption,
  verbs,
} from '../verbs.ts';
import { versionText } from '../version-text.ts';

/** What a verb does with its words and its options, which have commander's names; the exit status. */
export type Perform = (args: readonly string[], options: Options) => Promise<number>;
export type Options = Readonly<Record<string, unknown>>;

export interface ProgramOptions {
  readonly performers: Readonly<
    Record<VerbName | typeof RUN_IN_BACKGROUND | typeof MANUAL, Perform>
  >;
  readonly finish: (status: number) => void;
}

/** The command line, made from the table of verbs. */
export function programFor({ performers, finish }: ProgramOptions): Command {
  const program = new Command('buildtray')
    .description('A Buildbot worker, without a window')
    .version(versionText(), '-V, --version', 'print the versions')
    .addHelpText(
      'after',
      '\nEach command has its own --help. Exit status: 0 done, 1 failed, 2 wrong usage.',
    )
    .exitOverride();
  for (const verb of verbs) {
    const command = program.command(verb.name).description(verb.summary);
    command.addHelpText('after', ['', ...verb.about].join('\n\n').slice(1));
    addWords(command, verb, performers[verb.name as VerbName], finish);
  }
  for (const name of [RUN_IN_BACKGROUND, MANUAL] as const) {
    program
      .command(name, { hidden: true })
      .argument('<word>')
      .action(async (word: string) => finish(await performers[name]([word], {})));
  }
  return program;
}

function addWords(
  command: Command,
  verb: Verb,
  perform: Perform,
  finish: (status: number) => void,
): void {
  for (const option of verb.options) command.addOption(optionOf(option));
  command.usage(['[options]', ...verb.args.map(wordsFor)].join(' '));
  if (verb.isOpenEnded) {
    command.argument('[args...]', verb.args.map(({ description }) => description).join('; '));
    command.action(async (args: string[], options: Options) =>
      finish(await perform(args, options)),
    );
    return;
  }
  for (const { name, description, byDefault, offers } of verb.args) {
    const argument = new Argument(byDefault === undefined ? `<${name}>` : `[${name}]`, description);
    if (byDefault !== undefined) argument.default(byDefault);
    if (offers !== undefined && offers !== 'directories') argument.choices([...offers]);
    command.addArgument(argument);
  }
  command.action(async (...given: unknown[]) => {
    const args = given.slice(0, verb.args.length).map(String);
    finish(await perform(args, given[verb.args.length] as Options));
  });
}

function optionOf({ name, short, value, byDefault, description }: VerbOption): Option {
  const flags = `${short ? `-${short}, ` : ''}--${name}${value ? ` <${value}>` : ''}`;
  return new Option(flags, byDefault ? `${description} (default: ${byDefault})` : description);
}
