import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NamePattern } from '../../../../../../main/worker/commands/paths/name-pattern.ts';
import recorded from '../../../../../fixtures/glob/recorded.json' with { type: 'json' };

describe('NamePattern', () => {
  it('matches what Python matches, for every recorded pattern and name', () => {
    const names = recorded.names.filter((name) => !name.startsWith('.'));
    const ours: Record<string, string[]> = {};
    const theirs: Record<string, string[]> = {};
    for (const [pattern, matched] of Object.entries(recorded.matches)) {
      const compiled = new NamePattern(pattern);
      ours[pattern] = names.filter((name) => compiled.matches(name));
      theirs[pattern] = matched.filter((name) => !name.startsWith('.'));
    }
    expect(ours).toEqual(theirs);
  });

  it('finds any name by itself once its special characters are in brackets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
        const quoted = name.replace(/[*?[]/g, '[$&]');
        expect(new NamePattern(quoted).matches(name)).toBe(true);
      }),
    );
  });

  it('matches a name whose letters are replaced by wildcards', () => {
    const name = fc.array(fc.constantFrom('a', 'b', '-', ']', '🙂'), {
      minLength: 1,
      maxLength: 12,
    });
    const wildcards = fc.array(fc.constantFrom('keep', '?', '*'), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(name, wildcards, (letters, kinds) => {
        const pattern = letters.map((letter, at) => (kinds[at] === 'keep' ? letter : kinds[at]));
        expect(new NamePattern(pattern.join('')).matches(letters.join(''))).toBe(true);
      }),
    );
  });

  it('gives names with a leading dot only to patterns with one', () => {
    expect(new NamePattern('*').matches('.a')).toBe(false);
    expect(new NamePattern('[.]a').matches('.a')).toBe(false);
    expect(new NamePattern('.*').matches('.a')).toBe(true);
  });

  it('does not take for ever over a pattern of many stars', () => {
    const pattern = new NamePattern(`${'*a'.repeat(60)}b`);
    expect(pattern.matches('a'.repeat(250))).toBe(false);
  });
});
