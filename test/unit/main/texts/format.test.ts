import { describe, expect, it } from 'vitest';
import { formatFor } from '../../../../main/texts/format.ts';
import { textsIn } from '../../../../main/texts/texts.ts';

const AT = new Date(2026, 10, 24, 9, 5, 7).getTime();

describe('numbers and times', () => {
  const en = formatFor('en-GB');
  const de = formatFor('de-DE');

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
    [0, '5 s', '0'],
    [68_000, '70 s', '68'],
    [185_000, '3 min', '3'],
    [299_000, '5 min', '4'],
    [2.7 * 3_600_000, '2.5 h', '2.7'],
  ])('%d ms are roughly %s, of which have passed %s', (ms, text, passed) => {
    expect(en.roughly(ms)).toBe(text);
    expect(en.part(ms, ms)).toBe(passed);
  });

  it('show a part in the unit of the whole', () => {
    expect([en.part(80_000, 300_000), de.part(5_400_000, 10_800_000)]).toEqual(['1', '1,5']);
    expect([en.part(59_900, 300_000), en.part(3_599_000, 10_800_000)]).toEqual(['59 s', '59 min']);
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

  it('have the units, spaces and plurals of French', () => {
    const fr = textsIn('fr').format;
    expect(fr.bytes(1_500)).toBe('1,5\u00a0ko');
    expect([fr.duration(180_000_000), fr.roughly(5_000)]).toEqual([
      '2\u00a0j 2\u00a0h',
      '5\u00a0s',
    ]);
    expect(fr.list(['a', 'b', 'c'])).toBe('a, b et c');
    const forms = { one: 'build', many: 'de builds', other: 'builds' };
    expect([0, 1, 2, 1_000_000].map((count) => fr.plural(count, forms))).toEqual([
      'build',
      'build',
      'builds',
      'de builds',
    ]);
    expect(fr.plural(1_000_000, { one: 'build', other: 'builds' })).toBe('builds');
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
