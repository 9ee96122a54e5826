import { wordsIn } from '../../texts/words.ts';
import { manPage } from '../manual/man-page.ts';
import { manualMarkdown } from '../manual/manual.ts';
import type { HiddenVerb } from '../program/program-for.ts';
import type { Verb } from '../program/verb.ts';

/** Prints the manual, for the build and for docs/: always in English. */
export function manualVerb(verbs: readonly Verb[]): HiddenVerb {
  return {
    name: 'manual',
    perform: async (format, terminal) => {
      const make = format === 'markdown' ? manualMarkdown : manPage;
      terminal.write(make(verbs, wordsIn('en')));
      return 0;
    },
  };
}
