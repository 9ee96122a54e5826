import type { Language } from '../contract/language.ts';
import { cli as german } from './de/cli/cli.ts';
import { cli as english } from './en/cli/cli.ts';
import { cli as french } from './fr/cli/cli.ts';
import { type Texts, textsIn } from './texts.ts';

/** What only the command line prints, in one language. */
export type CliTexts = typeof english;

/** All that the command line prints: its own texts, and those that it shares with tray and window. */
export interface Words {
  readonly app: Texts;
  readonly cli: CliTexts;
}

const CATALOGUES: Readonly<Record<Language, CliTexts>> = { en: english, de: german, fr: french };

export function wordsIn(language: Language): Words {
  return { app: textsIn(language), cli: CATALOGUES[language] };
}
