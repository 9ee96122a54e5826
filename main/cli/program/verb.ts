import type { VerbHelp } from '../../texts/verb-help.ts';
import type { CliTexts, Words } from '../../texts/words.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** The commands that people know, by the names of their texts. */
export type VerbName = keyof CliTexts['verbs'];

/** An option of a verb: `-s, --long <value>`. What it is for is in the texts. */
export interface VerbOption<Name extends string = string> {
  readonly name: Name;
  readonly short?: string;
  /** What the help shows for the value, by the name of its text; a switch has none. */
  readonly value?: string;
  /** As it would be typed; undefined where leaving it out means nothing is set. */
  readonly byDefault?: string;
  /** What it is for, where that is not among the verb's own texts. */
  readonly describe?: (words: Words) => string;
}

/** A word after the verb. What it is for is in the texts. */
export interface VerbArgument<Name extends string = string> {
  readonly name: Name;
  /** What it is when it is left out; undefined when it is required. */
  readonly byDefault?: string;
  /** Whether any number of words may be there. */
  readonly isMany?: boolean;
  /** What a shell offers: directories, these words, or nothing. */
  readonly offers?: 'directories' | readonly string[];
}

/** Options as they were typed, by commander's names for them. */
export type Options = Readonly<Record<string, unknown>>;

/** One thing that `buildtray` does. Help, manual and completion are made from it and from its texts. */
export interface Verb {
  readonly name: VerbName;
  readonly args: readonly VerbArgument[];
  /** It sorts its words itself, since not only the last may be left out. */
  readonly isOpenEnded?: boolean;
  readonly options: readonly VerbOption[];
  /**
   * Shape:  the exit status.
   * Errors: UsageError, RunError.
   */
  perform(args: readonly string[], options: Options, terminal: Terminal): Promise<number>;
}

type HelpOf<N extends VerbName> = CliTexts['verbs'][N]['help'];
type NameOf<Texts> = Extract<keyof Texts, string>;

type CamelCase<S extends string> = S extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : S;

/** What commander makes of typed options: text where one takes a value, else whether it is there. */
export type OptionsOf<O extends readonly VerbOption[]> = {
  readonly [Option in O[number] as CamelCase<Option['name']>]?: Option extends { value: string }
    ? string
    : boolean;
};

interface VerbShape<N extends VerbName, O extends readonly VerbOption[]> {
  readonly name: N;
  readonly args: readonly VerbArgument<NameOf<HelpOf<N>['args']>>[];
  readonly isOpenEnded?: boolean;
  readonly options: O & readonly VerbOption<NameOf<HelpOf<N>['options']>>[];
  perform(args: readonly string[], options: OptionsOf<O>, terminal: Terminal): Promise<number>;
}

/** A verb whose every argument and option has a text, and whose options have the types of their rows. */
export function verb<N extends VerbName, const O extends readonly VerbOption[]>(
  shape: VerbShape<N, O>,
): Verb {
  const { perform, ...rows } = shape;
  return {
    ...rows,
    // Commander has made the options from these very rows.
    perform: (args, options, terminal) => perform(args, options as OptionsOf<O>, terminal),
  };
}

export function helpOf({ name }: Pick<Verb, 'name'>, { cli }: Words): VerbHelp {
  return cli.verbs[name].help;
}

/** Such as `DIR`, `[DIR]` or `NAME=VALUE...`. */
export function argumentText({ name, byDefault, isMany }: VerbArgument): string {
  const word = `${name.toUpperCase()}${isMany ? '...' : ''}`;
  return byDefault === undefined ? word : `[${word}]`;
}

/** What an option is for. */
export function optionText(verb: Verb, { name, describe }: VerbOption, words: Words): string {
  return describe?.(words) ?? helpOf(verb, words).options[name] ?? '';
}

/** What the help shows for an option's value; undefined for a switch. */
export function valueText({ value }: VerbOption, { cli }: Words): string | undefined {
  if (value === undefined) return undefined;
  const texts: Readonly<Record<string, string>> = cli.values;
  return texts[value] ?? value;
}
