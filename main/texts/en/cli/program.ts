/** The program as a whole: its help, and what is wrong with what was typed. */
export const program = {
  description: 'A Buildbot worker, without a window',
  version: 'print the versions',
  help: 'print the help',
  afterHelp:
    'Each command has its own --help. Exit status: 0 done, 1 failed, 2 wrong usage. For scripts made for buildbot-worker, --verbose may come before the command; it changes nothing.',
  /** The headings of a page of help, by their English words. */
  headings: {
    'Usage:': 'Usage:',
    'Arguments:': 'Arguments:',
    'Options:': 'Options:',
    'Commands:': 'Commands:',
  },
  helpOfCommand: 'print the help of a command',
  withDefault: (text: string, byDefault: string) => `${text} (default: ${byDefault})`,
  exitStatus: (ok: string, failed: string) => `Exit status 0: ${ok}. 1: ${failed}.`,
  defect: 'This is a bug in Buildtray; please report it.',
  /** `word` is an argument or the current directory, with other characters in the place of its bytes. */
  notUtf8: (word: string) =>
    `'${word}' has bytes that are not UTF-8, and would name another file; give it another name, or reach it by a link.`,
  outputLost: (reason: string) => `Cannot write to standard output: ${reason}.`,
  usage: {
    unknownCommand: (command: string) => `unknown command '${command}'`,
    unknownOption: (option: string) => `unknown option '${option}'`,
    didYouMean: (sentence: string, word: string) => `${sentence}. Did you mean ${word}?`,
    missingArgument: (argument: string) => `missing argument '${argument}'`,
    missingValue: (option: string) => `the option '${option}' needs a value`,
    tooManyArguments: 'too many arguments',
    wrongArgument: (value: string, argument: string, choices: string) =>
      `'${value}' is not a valid ${argument}: choose one of ${choices}.`,
    changesNothing: (word: string) => `'${word}' changes nothing; write it as NAME=VALUE.`,
    namedTwice: (name: string) => `${name} is given twice.`,
    notTogether: (one: string, other: string) => `${one} and ${other} cannot be used together.`,
  },
};
