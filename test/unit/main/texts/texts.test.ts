import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../../../main/contract/language.ts';
import { languageFrom, textsIn } from '../../../../main/texts/texts.ts';

const TRANSLATED = LANGUAGES.filter((language) => language !== 'en');
const AT = new Date(2026, 10, 24, 9, 5, 7).getTime();

describe('the language', () => {
  it.each([
    ['system', 'de-AT', 'de'],
    ['system', 'de', 'de'],
    ['system', 'fr-CA', 'fr'],
    ['system', 'es-ES', 'en'],
    ['system', '', 'en'],
    ['system', 'constructor', 'en'],
    ['de', 'en-GB', 'de'],
    ['fr', 'de-DE', 'fr'],
    ['en', 'de-DE', 'en'],
  ] as const)('of the choice %s on a system in %j is %s', (choice, locale, language) => {
    expect(languageFrom(choice, locale)).toBe(language);
  });
});

describe('the catalogues', () => {
  /** Every text by its way through the catalogue; functions count as texts. */
  function leaves(value: unknown, way = ''): ReadonlyMap<string, unknown> {
    if (typeof value !== 'object' || value === null) return new Map([[way, value]]);
    return new Map(
      Object.entries(value).flatMap(([name, inner]) => [...leaves(inner, `${way}.${name}`)]),
    );
  }

  it('have the same entries, none of them empty', () => {
    const [first, ...others] = LANGUAGES.map((language) => leaves(textsIn(language)));
    for (const other of others) expect([...other.keys()].sort()).toEqual([...first!.keys()].sort());
    for (const other of others) expect([...other.values()]).not.toContain(undefined);
  });

  it.each(TRANSLATED)('are translated: no text of some words is the same in %s', (language) => {
    const translated = leaves(textsIn(language));
    const untranslated = [...leaves(textsIn('en'))].filter(
      ([way, text]) =>
        typeof text === 'string' && text.split(' ').length > 2 && translated.get(way) === text,
    );
    expect(untranslated).toEqual([]);
  });

  it('keep the capitals that a language wants within a sentence', () => {
    const build = { buildId: 'b', outcome: 'errors', builds: 1, startedAt: AT } as const;
    const bar = (language: Language) =>
      textsIn(language).builds.timeline.bar('linux', { ...build, endedAt: AT + 1_000 }, AT);
    expect(bar('en')).toMatch(/^linux: with errors, /);
    expect(bar('de')).toMatch(/^linux: mit Fehlern, /);
    expect(bar('fr')).toMatch(/^linux\u00a0: avec erreurs, /);
  });

  it('quote and abridge with the signs of print', () => {
    const texts = LANGUAGES.flatMap((language) => [...leaves(textsIn(language)).values()]);
    const typed = texts.filter((text) => typeof text === 'string' && /\w'|"|\.\.\./.test(text));
    expect(typed).toEqual([]);
  });
});
