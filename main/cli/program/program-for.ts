import { Argument, Command, Option } from 'commander';
import type { Words } from '../../texts/words.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { versionText } from '../version-text.ts';
import {
  argumentText,
  helpOf,
  type Options,
  optionText,
  type Verb,
  type VerbArgument,
  type VerbOption,
  valueText,
} from './verb.ts';

/** A command that is not for people, with one word. */
export interface HiddenVerb {
  readonly name: string;
  /** Shape: the exit status. */
  perform(word: string, terminal: Terminal): Promise<number>;
}

export interface ProgramOptions {
  readonly verbs: readonly Verb[];
  readonly hiddenVerbs: readonly HiddenVerb[];
  readonly terminal: Terminal;
  readonly finish: (status: number) => void;
}

/** The command line, made from the list of verbs. Errors of its parsing are CommanderErrors. */
export function programFor(options: ProgramOptions): Command {
  const { terminal } = options;
  const texts = terminal.words.cli.program;
  const headings: Readonly<Record<string, string>> = texts.headings;
  const program = new Command('buildtray')
    .configureHelp({ styleTitle: (title) => headings[title] ?? title })
    .configureOutput({
      writeOut: (text) => terminal.write(text),
      writeErr: (text) => {
        for (const line of text.trimEnd().split('\n')) terminal.complain(line);
      },
      // Whoever catches the error has the words.
      outputError: () => {},
    })
    .exitOverride()
    .description(texts.description)
    .version(versionText(), '-V, --version', texts.version)
    .helpOption('-h, --help', texts.help)
    .helpCommand('help [command]', texts.helpOfCommand)
    .addHelpText('after', `\n${texts.afterHelp}`);
  for (const verb of options.verbs) addVerb(program, verb, options);
  for (const { name, perform } of options.hiddenVerbs) {
    program
      .command(name, { hidden: true })
      .argument('<word>')
      .action(async (word: string) => options.finish(await perform(word, terminal)));
  }
  return program;
}

function addVerb(program: Command, verb: Verb, { terminal, finish }: ProgramOptions): void {
  const { words } = terminal;
  const { summary, about, exit } = helpOf(verb, words);
  const more = [...about, words.cli.program.exitStatus(exit.ok, exit.failed)];
  const command = program
    .command(verb.name)
    .description(summary)
    .usage(['[options]', ...verb.args.map(argumentText)].join(' '))
    .helpOption('-h, --help', words.cli.program.help)
    .addHelpText('after', `\n${more.join('\n\n')}`);
  for (const option of verb.options) command.addOption(optionOf(verb, option, words));
  if (verb.isOpenEnded) addAnyWords(command, verb, words);
  else for (const argument of verb.args) command.addArgument(argumentOf(verb, argument, words));
  command.action(async (...given: unknown[]) => {
    const count = verb.isOpenEnded ? 1 : verb.args.length;
    const args = given
      .slice(0, count)
      .flat()
      .filter((word) => word !== undefined);
    finish(await verb.perform(args.map(String), given[count] as Options, terminal));
  });
}

/** The verb sorts its words itself; the help shows them as it does those of others. */
function addAnyWords(command: Command, verb: Verb, words: Words): void {
  const shown = verb.args.map((argument) => argumentOf(verb, argument, words));
  command.argument('[args...]').configureHelp({
    ...command.configureHelp(),
    visibleArguments: () => shown,
  });
}

function argumentOf(verb: Verb, { name, byDefault, offers }: VerbArgument, words: Words): Argument {
  const text = textWithDefault(helpOf(verb, words).args[name] ?? '', byDefault, words);
  const argument = new Argument(byDefault === undefined ? `<${name}>` : `[${name}]`, text);
  if (offers !== undefined && offers !== 'directories') argument.choices([...offers]);
  return argument;
}

function optionOf(verb: Verb, option: VerbOption, words: Words): Option {
  const { name, short, byDefault } = option;
  const text = optionText(verb, option, words);
  const value = valueText(option, words);
  const flags = `${short ? `-${short}, ` : ''}--${name}${value ? ` <${value}>` : ''}`;
  return new Option(flags, textWithDefault(text, byDefault, words));
}

function textWithDefault(text: string, byDefault: string | undefined, { cli }: Words): string {
  return byDefault ? cli.program.withDefault(text, byDefault) : text;
}
