import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { LANGUAGES } from '../../main/contract/language.ts';
import { type PageName, pageContracts } from '../../main/contract/pages.ts';
import { namesOf } from '../../main/lib/names-of.ts';
import { textsIn } from '../../main/texts/texts.ts';
import { openWindow } from './support/open-window.tsx';
import { sampleView } from './support/samples.ts';

/** Every text of a catalogue that is not made from anything. */
function sentencesIn(texts: unknown): readonly string[] {
  if (typeof texts === 'string') return [texts];
  return typeof texts === 'object' && texts !== null
    ? Object.values(texts).flatMap(sentencesIn)
    : [];
}

const ENGLISH = sentencesIn(textsIn('en')).filter((text) => text.includes(' '));

/** A sentence of each page that is always on it. */
const SAMPLES: Readonly<Partial<Record<PageName, (texts: ReturnType<typeof textsIn>) => string>>> =
  {
    builds: ({ builds }) => builds.empty,
    hostinfo: ({ hostinfo }) => hostinfo.adminHelp,
    log: ({ log }) => log.empty,
    addWorker: ({ addWorker }) => addWorker.pasteHelp,
    preferences: ({ preferences }) => preferences.about,
    rehearsal: ({ rehearsal }) => rehearsal.about,
  };

it.each(LANGUAGES)(
  'in the language %s each page has its words, and no others',
  async (language) => {
    const texts = textsIn(language);
    const own = new Set(sentencesIn(texts));
    const foreign = ENGLISH.filter((text) => !own.has(text));
    const shown = (): string => document.body.textContent ?? '';
    const user = await openWindow(sampleView({ language }));
    await waitFor(() => expect(document.documentElement.lang).toBe(language));
    const navigation = within(screen.getByRole('navigation', { name: texts.shell.navigation }));
    for (const page of namesOf(pageContracts)) {
      // By its label: a search by role in a whole page takes seconds on a busy machine.
      await user.click(navigation.getByLabelText(texts[page].title));
      // As it is written, no-break spaces included.
      await waitFor(() => expect(shown()).toContain(SAMPLES[page]?.(texts) ?? texts[page].title));
      expect(foreign.filter((text) => shown().includes(text))).toEqual([]);
    }
  },
);
