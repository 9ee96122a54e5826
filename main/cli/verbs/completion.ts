import { completionFor, SHELLS, type Shell } from '../completion/completion-for.ts';
import { type Verb, verb } from '../program/verb.ts';

/** Prints the completion of all verbs, this one included. */
export function completionVerb(verbs: () => readonly Verb[]): Verb {
  return verb({
    name: 'completion',
    args: [{ name: 'shell', offers: SHELLS }],
    options: [],
    perform: async ([shell], _options, terminal) => {
      // Other words were refused: the shells are the argument's choices.
      terminal.write(completionFor(shell as Shell, verbs(), terminal.words));
      return 0;
    },
  });
}
