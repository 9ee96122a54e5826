import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withReserveDescriptor } from '../../../../../main/system/descriptors/with-reserve-descriptor.ts';
import { onlyOn } from '../../../../support/only-on.ts';

const lack = Object.assign(new Error('none left'), { code: 'EMFILE' });
const openDescriptors = (): number => readdirSync('/proc/self/fd').length;

describe(
  'the reserve descriptor',
  onlyOn('linux', 'only Linux shows descriptors under /proc'),
  () => {
    it('is free while work is done for which none was left, and kept again after it', () => {
      withReserveDescriptor(() => {});
      const before = openDescriptors();
      const seen: number[] = [];
      const result = withReserveDescriptor(() => {
        seen.push(openDescriptors());
        if (seen.length === 1) throw lack;
        return 'done';
      });
      expect([result, seen, openDescriptors()]).toEqual(['done', [before, before - 1], before]);
    });

    it('serves one try: what fails again fails', () => {
      expect(() =>
        withReserveDescriptor(() => {
          throw lack;
        }),
      ).toThrow('none left');
    });

    it('stays where something else fails', () => {
      let tries = 0;
      expect(() =>
        withReserveDescriptor(() => {
          tries += 1;
          throw new Error('broken');
        }),
      ).toThrow('broken');
      expect(tries).toBe(1);
    });
  },
);
