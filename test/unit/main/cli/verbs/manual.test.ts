import { expect, it } from 'vitest';
import { manPage } from '../../../../../main/cli/manual/man-page.ts';
import { manualMarkdown } from '../../../../../main/cli/manual/manual.ts';
import { manualVerb } from '../../../../../main/cli/verbs/manual.ts';
import { requestVerbs } from '../../../../../main/cli/verbs/request-verbs.ts';
import { wordsIn } from '../../../../../main/texts/words.ts';
import { FakeTerminal } from '../../../../support/fake-terminal.ts';

it.each([
  ['markdown', manualMarkdown],
  ['man', manPage],
] as const)(
  'prints the manual as %s, in English whatever the user speaks',
  async (format, make) => {
    const terminal = new FakeTerminal('de');
    expect(await manualVerb(requestVerbs).perform(format, terminal)).toBe(0);
    expect(terminal.stdout).toBe(make(requestVerbs, wordsIn('en')));
  },
);
