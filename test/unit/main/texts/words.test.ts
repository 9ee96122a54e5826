import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../../main/contract/language.ts';
import { wordsIn } from '../../../../main/texts/words.ts';

/** Every text by its way through the catalogue; functions count as texts. */
function leaves(value: unknown, way = ''): ReadonlyMap<string, unknown> {
  if (typeof value !== 'object' || value === null) return new Map([[way, value]]);
  return new Map(
    Object.entries(value).flatMap(([name, inner]) => [...leaves(inner, `${way}.${name}`)]),
  );
}

describe('the catalogues of the command line', () => {
  const [first, ...others] = LANGUAGES.map((language) => leaves(wordsIn(language).cli));

  it('have the same entries', () => {
    for (const other of others) expect([...other.keys()].sort()).toEqual([...first!.keys()].sort());
  });

  it('are translated: no text of some words says the same in two languages', () => {
    const untranslated = others.flatMap((other) =>
      [...first!].filter(
        ([way, text]) =>
          typeof text === 'string' && text.split(' ').length > 2 && other.get(way) === text,
      ),
    );
    expect(untranslated).toEqual([]);
  });

  it('keep the names of commands, options and files as they are typed', () => {
    const typed = /--[\w-]+|\bbuild(?:tray|bot)[\w.-]*|\binfo\/\w*|worker\.log|shutdown\.stamp/g;
    for (const [way, text] of first!) {
      if (typeof text !== 'string') continue;
      const named = new Set(text.match(typed));
      for (const other of others) {
        expect([way, new Set(String(other.get(way)).match(typed))]).toEqual([way, named]);
      }
    }
  });
});
