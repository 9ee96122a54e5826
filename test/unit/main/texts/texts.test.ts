import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../../main/contract/language.ts';
import { languageFrom, textsIn } from '../../../../main/texts/texts.ts';

const AT = new Date(2026, 10, 24, 9, 5, 7).getTime();

describe('the language', () => {
  it.each([
    ['system', 'de-AT', 'de'],
    ['system', 'de', 'de'],
    ['system', 'fr-FR', 'en'],
    ['system', '', 'en'],
    ['system', 'constructor', 'en'],
    ['de', 'en-GB', 'de'],
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
    expect([...leaves(textsIn('de')).values()].filter((text) => text === undefined)).toEqual([]);
  });

  it('are translated: no text of some words says the same in both', () => {
    const german = leaves(textsIn('de'));
    const untranslated = [...leaves(textsIn('en'))].filter(
      ([way, text]) =>
        typeof text === 'string' && text.split(' ').length > 2 && german.get(way) === text,
    );
    expect(untranslated).toEqual([]);
  });

  it('keep the capitals that a language wants within a sentence', () => {
    const bar = (language: 'en' | 'de') =>
      textsIn(language).builds.timeline.bar('linux', 'errors', AT, 1_000);
    expect(bar('en')).toMatch(/^linux: with errors, /);
    expect(bar('de')).toMatch(/^linux: mit Fehlern, /);
  });

  it('quote and abridge with the signs of print', () => {
    const texts = LANGUAGES.flatMap((language) => [...leaves(textsIn(language)).values()]);
    const typed = texts.filter((text) => typeof text === 'string' && /\w'|"|\.\.\./.test(text));
    expect(typed).toEqual([]);
  });
});

describe('numbers and times', () => {
  const { format: en } = textsIn('en');
  const { format: de } = textsIn('de');

  it.each([
    [-5, '0 s'],
    [41_600, '42 s'],
    [185_000, '3 min 5 s'],
    [7_620_000, '2 h 7 min'],
    [180_000_000, '2 d 2 h'],
  ])('%d ms are %s', (ms, text) => {
    expect(en.duration(ms)).toBe(text);
  });

  it.each([
    [0, '0 B', '0 B'],
    [999, '999 B', '999 B'],
    [1_500, '1.5 kB', '1,5 kB'],
    [999_999, '1 MB', '1 MB'],
    [123_456_789, '123 MB', '123 MB'],
    [5e15, '5,000 TB', '5.000 TB'],
  ])('%d bytes are %s, in German %s', (count, english, german) => {
    expect(en.bytes(count)).toBe(english);
    expect(de.bytes(count)).toBe(german);
  });

  it('are written as the language does', () => {
    expect([en.number(1_234_567), de.number(1_234_567)]).toEqual(['1,234,567', '1.234.567']);
    expect([en.signs, de.signs]).toEqual([
      { group: ',', decimal: '.' },
      { group: '.', decimal: ',' },
    ]);
    expect([en.number(1.25, 1), de.number(1.25, 1)]).toEqual(['1.3', '1,3']);
    expect([en.time(AT), de.timeWithSeconds(AT)]).toEqual(['09:05', '09:05:07']);
    expect([en.date(AT), de.date(AT)]).toEqual(['24 Nov 2026', '24.11.2026']);
    expect(en.range(AT, AT + 60_000)).toMatch(/^24 Nov 2026, 09:05\s?–\s?09:06$/);
    expect(de.range(AT, AT + 60_000)).toMatch(/^24\.11\.2026, 09:05\s?–\s?09:06( Uhr)?$/);
    expect(de.list(['a', 'b', 'c'])).toBe('a, b und c');
    expect(en.plural(1, { one: 'build', other: 'builds' })).toBe('build');
    expect(en.plural(0, { one: 'build', other: 'builds' })).toBe('builds');
  });
});
