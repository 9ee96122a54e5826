import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../../main/contract/language.ts';
import { textsIn } from '../../../../main/texts/texts.ts';
import { quantityFrom, quantityText } from '../../../../main/worker-settings/quantity.ts';
import { settingFault } from '../../../../main/worker-settings/setting-fault.ts';

describe('quantities', () => {
  it.each([
    ['seconds', 0, '0 s'],
    ['seconds', 0.5, '0.5 s'],
    ['seconds', 45, '45 s'],
    ['seconds', 600, '10 min'],
    ['seconds', 90, '1 min 30 s'],
    ['seconds', 5_400, '1 h 30 min'],
    ['seconds', 172_800, '48 h'],
    ['bytes', 300, '300 B'],
    ['bytes', 1_500_000, '1.5 MB'],
    ['bytes', 10_000_000, '10 MB'],
    ['bytes', 10_485_760, '10485760 B'],
    ['bytes', 1_234_000, '1234 kB'],
  ] as const)('shows %s: %d as %s, and reads it again', (unit, value, text) => {
    expect(quantityText(unit, value)).toBe(text);
    expect(quantityFrom(unit, text)).toBe(value);
  });

  it.each([
    ['seconds', '5min', 300],
    ['seconds', '2 days', 172_800],
    ['seconds', '1,5 h', 5_400],
    ['seconds', '1h 30MIN', 5_400],
    ['seconds', '1,5 heures', 5_400],
    ['seconds', '2\u00a0j', 172_800],
    ['seconds', '2 Tage', 172_800],
    ['bytes', '10\u00a0Mo', 10_000_000],
    ['seconds', '2 j', 172_800],
    ['bytes', '10 mb', 10_000_000],
    ['bytes', '10 Mo', 10_000_000],
    ['bytes', '4.1 kB', 4_100],
    ['bytes', '10 MiB', 10_485_760],
  ] as const)('reads %s as people type them: %s', (unit, text, value) => {
    expect(quantityFrom(unit, text)).toBe(value);
  });

  it.each([
    ['seconds', '600'],
    ['seconds', '5 MB'],
    ['seconds', '5 m'],
    ['seconds', '-5 min'],
    ['seconds', 'often'],
    ['seconds', '5 min or so'],
    ['seconds', ''],
    ['bytes', '1k'],
    ['bytes', '5 min'],
    ['bytes', '5 constructor'],
  ] as const)('leaves alone what is none: %s %s', (unit, text) => {
    expect(quantityFrom(unit, text)).toBeUndefined();
  });

  it.each(LANGUAGES)(
    'reads what the sentence about a wrong value gives as examples: %s',
    (language) => {
      const { settings } = textsIn(language);
      for (const [name, unit] of [
        ['keepalive', 'seconds'],
        ['logSize', 'bytes'],
      ] as const) {
        const fault = settingFault(name, 'wrong');
        const examples = fault && settings.fault(fault).match(/\d+\s[a-z]+/gi);
        expect(examples).toHaveLength(2);
        for (const example of examples ?? [])
          expect(quantityFrom(unit, example)).toBeGreaterThan(1);
      }
    },
  );

  it('never loses anything of a number', () => {
    for (let value = 1; value < 1e13; value = Math.ceil(value * 1.37)) {
      expect(quantityFrom('seconds', quantityText('seconds', value))).toBe(value);
      expect(quantityFrom('bytes', quantityText('bytes', value))).toBe(value);
    }
  });
});
