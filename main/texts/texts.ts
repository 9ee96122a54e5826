import type { Language, LanguageChoice } from '../contract/app/preferences.ts';
import { de } from './de/de.ts';
import { en } from './en/en.ts';

/** Every visible word of the app, in one language. */
export type Texts = typeof en;

const CATALOGUES: Readonly<Record<Language, Texts>> = { en, de };

export function textsIn(language: Language): Texts {
  return CATALOGUES[language];
}

/** The language of a choice; `systemLocale` is a BCP 47 tag, such as `de-AT`. */
export function languageFrom(choice: LanguageChoice, systemLocale: string): Language {
  if (choice !== 'system') return choice;
  const [wanted = ''] = systemLocale.toLowerCase().split(/[-_]/);
  return Object.hasOwn(CATALOGUES, wanted) ? (wanted as Language) : 'en';
}
