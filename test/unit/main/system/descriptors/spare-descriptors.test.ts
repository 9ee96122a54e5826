import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  isOutOfRoom,
  requireDescriptors,
} from '../../../../../main/system/descriptors/spare-descriptors.ts';
import { onlyOn } from '../../../../support/only-on.ts';

describe(
  'descriptors that are required',
  onlyOn('linux', 'only Linux shows descriptors under /proc'),
  () => {
    const openDescriptors = (): number => readdirSync('/proc/self/fd').length;

    it('are not kept', () => {
      const before = openDescriptors();
      requireDescriptors(20);
      expect(openDescriptors()).toBe(before);
    });
  },
);

describe('a lack of room', () => {
  it('is what may pass, and no other failure', () => {
    const failed = (code: string): Error => Object.assign(new Error(code), { code });
    expect(['EMFILE', 'ENFILE', 'EAGAIN'].map((code) => isOutOfRoom(failed(code)))).toEqual([
      true,
      true,
      true,
    ]);
    expect([failed('ENOENT'), new Error('x'), undefined].map(isOutOfRoom)).toEqual([
      false,
      false,
      false,
    ]);
  });
});
